/**
 * What was done: acts coded by the taxonomy, when and where as far as known, what was demanded, and
 * the gradings that others may give. Acts first; who is behind them is a separate, graded claim.
 */
@NullMarked
package org.vigie.node.incident;

import org.jspecify.annotations.NullMarked;
