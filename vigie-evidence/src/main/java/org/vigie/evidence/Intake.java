package org.vigie.evidence;

import org.jspecify.annotations.Nullable;
import org.vigie.ledger.TlogProof;

/**
 * How an item stands in the custody log.
 *
 * @param record what was committed to
 * @param salt under which salt
 * @param proof its place in the log; null until its batch is published
 */
public record Intake(IntakeRecord record, Salt salt, @Nullable TlogProof proof) {}
