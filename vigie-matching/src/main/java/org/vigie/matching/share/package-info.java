/**
 * Share hosts: processes that hold a key of identifier tokens, or a share of one, apply it to
 * hidden elements within budgets that they count themselves, and know neither identifiers nor whose
 * they are.
 */
@NullMarked
package org.vigie.matching.share;

import org.jspecify.annotations.NullMarked;
