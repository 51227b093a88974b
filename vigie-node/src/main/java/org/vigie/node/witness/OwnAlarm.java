package org.vigie.node.witness;

import java.time.Instant;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.SplitProof;

/**
 * What a witness holds of our own log and we do not: another history, or a later state.
 *
 * @param witness id of whoever showed it
 * @param at when it showed
 * @param proof both signed notes, ours first
 */
public record OwnAlarm(String witness, Instant at, SplitProof proof) {

  private static final String HEAD = "witness ";

  /** Whether the notes alone prove two histories; else this house was set back. */
  public boolean proven() {
    try {
      return proof.holds();
    } catch (LedgerRefused impossible) {
      return false;
    }
  }

  /** Entries that the witness knows of. */
  public long theirs() {
    return size(false);
  }

  /** Entries of our checkpoint beside it. */
  public long ours() {
    return size(true);
  }

  private long size(boolean first) {
    try {
      return (first ? proof.first() : proof.second()).checkpoint().size();
    } catch (LedgerRefused damaged) {
      throw new IllegalStateException("a note that was verified", damaged);
    }
  }

  String text() {
    return HEAD + witness + " " + at.getEpochSecond() + "\n" + proof.text();
  }

  static OwnAlarm parse(String text) throws LedgerRefused {
    var end = text.indexOf('\n');
    var parts = text.substring(HEAD.length(), end).split(" ", 2);
    return new OwnAlarm(
        parts[0],
        Instant.ofEpochSecond(Long.parseLong(parts[1])),
        SplitProof.parse(text.substring(end + 1)));
  }
}
