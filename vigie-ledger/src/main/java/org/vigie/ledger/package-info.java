/** The append-only Merkle log and its proofs. */
@NullMarked
package org.vigie.ledger;

import org.jspecify.annotations.NullMarked;
