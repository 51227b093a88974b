/** Tests of folding, sketching and finding near-duplicate text. */
@NullMarked
package org.vigie.matching.text;

import org.jspecify.annotations.NullMarked;
