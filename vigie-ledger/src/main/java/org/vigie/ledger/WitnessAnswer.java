package org.vigie.ledger;

import org.jspecify.annotations.Nullable;

/** What a witness says to a {@link WitnessRequest}: the outcomes of C2SP tlog-witness. */
public sealed interface WitnessAnswer {

  /**
   * It extends what was known (200).
   *
   * @param line the cosignature
   */
  record Cosigned(NoteSignature line) implements WitnessAnswer {}

  /** Nobody named that log to this witness (404). */
  record UnknownLog() implements WitnessAnswer {}

  /** Not signed by the key that was named (403). */
  record Untrusted() implements WitnessAnswer {}

  /** The old size is above the new one (400). */
  record BadSizes() implements WitnessAnswer {}

  /**
   * The witness remembers another size, or another root of that size (409).
   *
   * @param size what it cosigned last; 0 before the first time
   * @param kept a checkpoint of the log that the witness holds; null before the first time
   */
  record Conflict(long size, @Nullable SignedNote kept) implements WitnessAnswer {}

  /**
   * The proof does not lead from what the witness remembers to the new checkpoint (422).
   *
   * @param kept what it remembers; null where it remembers nothing
   */
  record Inconsistent(@Nullable SignedNote kept) implements WitnessAnswer {}
}
