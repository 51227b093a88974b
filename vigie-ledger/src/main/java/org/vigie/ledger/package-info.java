/**
 * The custody log: an append-only Merkle tree whose {@link org.vigie.ledger.Checkpoint}s are signed
 * notes, and whose {@link org.vigie.ledger.TlogProof}s let anyone check one entry offline.
 *
 * <p>Hashing and proofs follow RFC 9162, section 2; files follow the C2SP documents signed-note,
 * tlog-checkpoint, tlog-cosignature, tlog-tiles and tlog-proof. Depends on the JDK and the kernel
 * alone, because the verifier that a court holds is made of it.
 */
@NullMarked
package org.vigie.ledger;

import org.jspecify.annotations.NullMarked;
