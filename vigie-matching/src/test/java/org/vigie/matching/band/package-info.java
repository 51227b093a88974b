/** Tests of the index for millions of texts. */
@NullMarked
package org.vigie.matching.band;

import org.jspecify.annotations.NullMarked;
