package org.vigie.evidence;

import org.vigie.ledger.SignedNote;

/** A checkpoint and the RFC 3161 reply for exactly its encoded bytes. Immutable. */
public final class StampedCheckpoint {

  private final SignedNote note;
  private final byte[] reply;

  /** Joins the two; whether the reply holds is for the reader to check. */
  public StampedCheckpoint(SignedNote note, byte[] reply) {
    this.note = note;
    this.reply = reply.clone();
  }

  /** The checkpoint as stamped. */
  public SignedNote note() {
    return note;
  }

  /** The reply as the authority sent it. */
  public byte[] reply() {
    return reply.clone();
  }
}
