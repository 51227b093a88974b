/** Inputs larger than memory. */
@NullMarked
package org.vigie.imports.memory;

import org.jspecify.annotations.NullMarked;
