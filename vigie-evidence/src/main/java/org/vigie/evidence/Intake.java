package org.vigie.evidence;

import org.jspecify.annotations.Nullable;
import org.vigie.ledger.TlogProof;

/**
 * How an item stands in the custody log.
 *
 * @param record what was committed to
 * @param salt under which salt
 * @param proof its place in the log; null until its batch is published
 * @param later its place under a later checkpoint that witnesses cosigned, where {@code proof}
 *     rests on one that none did
 */
public record Intake(
    IntakeRecord record, Salt salt, @Nullable TlogProof proof, @Nullable TlogProof later) {

  /** What rests on one checkpoint. */
  public Intake(IntakeRecord record, Salt salt, @Nullable TlogProof proof) {
    this(record, salt, proof, null);
  }
}
