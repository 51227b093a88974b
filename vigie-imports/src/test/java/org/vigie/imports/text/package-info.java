@NullMarked
package org.vigie.imports.text;

import org.jspecify.annotations.NullMarked;
