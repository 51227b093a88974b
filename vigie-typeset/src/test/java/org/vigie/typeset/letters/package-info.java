/** The documents a house sends, read back and checked by veraPDF. */
@NullMarked
package org.vigie.typeset.letters;

import org.jspecify.annotations.NullMarked;
