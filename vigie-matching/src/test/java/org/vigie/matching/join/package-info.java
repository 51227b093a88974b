/** Tests of joining messages of different cases. */
@NullMarked
package org.vigie.matching.join;

import org.jspecify.annotations.NullMarked;
