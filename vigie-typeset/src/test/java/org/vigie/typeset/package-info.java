/** Documents in every script, checked by veraPDF and read back. */
@NullMarked
package org.vigie.typeset;

import org.jspecify.annotations.NullMarked;
