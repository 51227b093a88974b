/** Checks of the reading of sequences, by hand and against generated cases. */
@NullMarked
package org.vigie.matching.sequence;

import org.jspecify.annotations.NullMarked;
