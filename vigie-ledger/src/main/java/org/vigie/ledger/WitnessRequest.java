package org.vigie.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What a log asks a witness: the body of {@code add-checkpoint} in C2SP tlog-witness. Says how many
 * entries a log has and nothing of what they are. Nothing in it must be believed before it is
 * verified.
 *
 * @param old size of the checkpoint the witness cosigned last, as the log remembers it
 * @param path from there to the note's checkpoint, in the order of RFC 9162, section 2.1.4.1
 * @param note the checkpoint to cosign
 */
public record WitnessRequest(long old, List<Hash> path, SignedNote note) {

  /** Longest request read, in characters. */
  public static final int MAX_LENGTH = 32 * 1024;

  /** C2SP tlog-witness: no more than 63 lines of proof. */
  private static final int MAX_PATH = 63;

  private static final String OLD = "old ";
  private static final String MALFORMED = "ledger.malformed-request";

  /** Copies the path. */
  public WitnessRequest {
    path = List.copyOf(path);
  }

  /** Reads a request; refuses everything but the one spelling of {@link #encoded}. */
  public static WitnessRequest parse(String text) throws LedgerRefused {
    var blank = text.length() > MAX_LENGTH ? -1 : text.indexOf("\n\n");
    if (blank < 0 || !text.startsWith(OLD)) {
      throw new LedgerRefused(MALFORMED);
    }
    var lines = text.substring(0, blank).split("\n", -1);
    if (lines.length > 1 + MAX_PATH) {
      throw new LedgerRefused(MALFORMED);
    }
    var path = new ArrayList<Hash>();
    for (var i = 1; i < lines.length; i++) {
      path.add(Hash.parseBase64(lines[i]));
    }
    var old = StrictDecimal.parse(lines[0].substring(OLD.length()), MALFORMED);
    var note = SignedNote.parse(text.substring(blank + 2));
    note.checkpoint();
    return new WitnessRequest(old, path, note);
  }

  /** The request as it is sent. */
  public String encoded() {
    var out = new StringBuilder(OLD).append(old).append('\n');
    path.forEach(hash -> out.append(hash.base64()).append('\n'));
    return out.append('\n').append(note.encoded()).toString();
  }
}
