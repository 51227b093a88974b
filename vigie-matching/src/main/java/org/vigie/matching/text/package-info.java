/** Near-duplicate text on keyed fragments: fold, cut, sketch, index. */
@NullMarked
package org.vigie.matching.text;

import org.jspecify.annotations.NullMarked;
