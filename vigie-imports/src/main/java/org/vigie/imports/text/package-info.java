/** Bytes as lines, with their places in the source, and the words of pages. */
@NullMarked
package org.vigie.imports.text;

import org.jspecify.annotations.NullMarked;
