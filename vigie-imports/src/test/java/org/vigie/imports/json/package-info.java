@NullMarked
package org.vigie.imports.json;

import org.jspecify.annotations.NullMarked;
