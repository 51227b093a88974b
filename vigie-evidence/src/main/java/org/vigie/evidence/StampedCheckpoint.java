package org.vigie.evidence;

import java.util.List;
import org.vigie.ledger.SignedNote;

/**
 * A checkpoint, the RFC 3161 reply for exactly its encoded bytes, and its renewals: each the reply
 * for exactly the bytes of the one before. Immutable.
 */
public final class StampedCheckpoint {

  private final SignedNote note;
  private final List<byte[]> replies;

  /** Joins the two; whether the reply holds is for the reader to check. */
  public StampedCheckpoint(SignedNote note, byte[] reply) {
    this(note, List.of(reply));
  }

  /** Joins a checkpoint, its reply and the renewals of that, in order. */
  public StampedCheckpoint(SignedNote note, List<byte[]> replies) {
    this.note = note;
    this.replies = replies.stream().map(byte[]::clone).toList();
  }

  /** The checkpoint as stamped. */
  public SignedNote note() {
    return note;
  }

  /** The replies as the authority sent them, the first on the checkpoint. */
  public List<byte[]> replies() {
    return replies.stream().map(byte[]::clone).toList();
  }
}
