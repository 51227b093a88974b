/** Tests of share hosts. */
@NullMarked
package org.vigie.matching.share;

import org.jspecify.annotations.NullMarked;
