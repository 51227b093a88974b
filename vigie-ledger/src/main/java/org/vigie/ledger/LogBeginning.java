package org.vigie.ledger;

import java.time.Instant;

/**
 * That a house ended one custody log and began another under a new name and a new key. Protects
 * from a log that takes another's place without saying up to where the two agree; says nothing of
 * why the first was ended, and whoever held the first log's key could have written it: the new key
 * has to be compared with its holders.
 *
 * @param old the ended log's own key, named by its origin
 * @param agreed the last state of the ended log that its witnesses share; of no entries where there
 *     is none
 * @param left the last state of the ended log as this house holds it
 * @param next the new log's own key, named by its origin
 * @param at when, to the second
 */
public record LogBeginning(
    NoteKey old, Checkpoint agreed, Checkpoint left, NoteKey next, Instant at) {

  /** The first line. */
  public static final String HEADER = "vigie-log-begun@1";

  private static final String MALFORMED = "ledger.malformed-beginning";
  private static final int LINES = 7;

  /** Refuses states of another log, and a new log under the old name or key. */
  public LogBeginning {
    if (!agreed.origin().equals(old.name())
        || !left.origin().equals(old.name())
        || agreed.size() > left.size()
        || (agreed.size() == left.size() && !agreed.equals(left))
        || (agreed.size() == 0 && !agreed.root().equals(Hash.ofNothing()))
        || old.type() != SignatureType.ED25519
        || next.type() != SignatureType.ED25519
        || next.name().equals(old.name())
        || next.fingerprint().equals(old.fingerprint())
        || at.getNano() != 0
        || at.getEpochSecond() < 0) {
      throw new IllegalArgumentException("Not the beginning of a log");
    }
  }

  /** What both keys sign. */
  public String text() {
    return HEADER
        + ("\nold " + old.text())
        + ("\nagreed " + agreed.size() + " " + agreed.root().base64())
        + ("\nleft " + left.size() + " " + left.root().base64())
        + ("\nnew " + next.text())
        + ("\nat " + at.getEpochSecond() + "\n");
  }

  /** Reads a text; refuses everything but the one spelling of {@link #text}. */
  public static LogBeginning parse(String text) throws LedgerRefused {
    var lines = text.split("\n", -1);
    if (lines.length != LINES || !lines[0].equals(HEADER)) {
      throw new LedgerRefused(MALFORMED);
    }
    try {
      var old = NoteKey.parse(after("old ", lines[1]));
      var beginning =
          new LogBeginning(
              old,
              state(old, after("agreed ", lines[2])),
              state(old, after("left ", lines[3])),
              NoteKey.parse(after("new ", lines[4])),
              Instant.ofEpochSecond(StrictDecimal.parse(after("at ", lines[5]), MALFORMED)));
      if (!beginning.text().equals(text)) {
        throw new LedgerRefused(MALFORMED);
      }
      return beginning;
    } catch (IllegalArgumentException | java.time.DateTimeException contradictory) {
      throw new LedgerRefused(MALFORMED);
    }
  }

  private static Checkpoint state(NoteKey old, String line) throws LedgerRefused {
    var parts = line.split(" ", 2);
    if (parts.length != 2) {
      throw new LedgerRefused(MALFORMED);
    }
    return new Checkpoint(
        old.name(), StrictDecimal.parse(parts[0], MALFORMED), Hash.parseBase64(parts[1]));
  }

  private static String after(String prefix, String line) throws LedgerRefused {
    if (!line.startsWith(prefix)) {
      throw new LedgerRefused(MALFORMED);
    }
    return line.substring(prefix.length());
  }
}
