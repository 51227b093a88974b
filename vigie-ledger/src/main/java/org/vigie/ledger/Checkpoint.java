package org.vigie.ledger;

import java.util.Base64;

/**
 * The state of a log in three lines: C2SP tlog-checkpoint. Extension lines are refused, because no
 * ML-DSA cosignature covers them.
 *
 * @param origin name of the log, such as {@code vigie.example/custody/1}
 * @param size number of leaves
 * @param root Merkle root over them
 */
public record Checkpoint(String origin, long size, Hash root) {

  private static final String MALFORMED = "ledger.malformed-checkpoint";

  /** Refuses an origin that could not be a key name, and negative sizes. */
  public Checkpoint {
    if (!NoteKey.isName(origin) || size < 0) {
      throw new IllegalArgumentException("Not a checkpoint");
    }
  }

  /** Reads the text of a note; refuses everything but the one spelling of {@link #text}. */
  public static Checkpoint parse(String text) throws LedgerRefused {
    var lines = text.split("\n", -1);
    if (lines.length != 4 || !lines[3].isEmpty() || !NoteKey.isName(lines[0])) {
      throw new LedgerRefused(MALFORMED);
    }
    var root = StrictBase64.decode(lines[2], MALFORMED);
    if (root.length != Hash.LENGTH) {
      throw new LedgerRefused(MALFORMED);
    }
    return new Checkpoint(lines[0], StrictDecimal.parse(lines[1], MALFORMED), Hash.of(root));
  }

  /** The text that is signed, with its final newline. */
  public String text() {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.toBytes()) + "\n";
  }

  /** Whether this and {@code other} show two histories: same log and size, another root. */
  public boolean splitsFrom(Checkpoint other) {
    return origin.equals(other.origin) && size == other.size && !root.equals(other.root);
  }
}
