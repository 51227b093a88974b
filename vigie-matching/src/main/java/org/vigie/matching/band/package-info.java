/** An index of sets of keyed fragments for millions of texts; it knows no text and no key. */
@NullMarked
package org.vigie.matching.band;

import org.jspecify.annotations.NullMarked;
