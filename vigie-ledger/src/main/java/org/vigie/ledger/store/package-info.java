/** Places where a custody log keeps its files. */
@NullMarked
package org.vigie.ledger.store;

import org.jspecify.annotations.NullMarked;
