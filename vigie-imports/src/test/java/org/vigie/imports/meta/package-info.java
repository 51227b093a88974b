@NullMarked
package org.vigie.imports.meta;

import org.jspecify.annotations.NullMarked;
