/** Bytes as lines, with their places in the source. */
@NullMarked
package org.vigie.imports.text;

import org.jspecify.annotations.NullMarked;
