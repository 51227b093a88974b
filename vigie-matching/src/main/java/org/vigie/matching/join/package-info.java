/** Messages of different cases joined by what they share, with reasons. */
@NullMarked
package org.vigie.matching.join;

import org.jspecify.annotations.NullMarked;
