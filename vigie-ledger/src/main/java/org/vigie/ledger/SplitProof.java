package org.vigie.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Two checkpoints that one key signed and that no one history explains. Whoever holds both can show
 * it to anyone; nobody can make it without the log's key. Says nothing of why: a restored backup
 * and a lie look alike.
 *
 * @param key the log's own
 * @param first the checkpoint of the smaller tree, or either of two of one size
 * @param second the other
 * @param path where the sizes differ, the consistency proof under which the second tree begins with
 *     another root than the first note's; else empty
 */
public record SplitProof(NoteKey key, SignedNote first, SignedNote second, List<Hash> path) {

  /** The first line of every proof file. */
  public static final String HEADER = "vigie-split@1";

  /** Longest proof file read, in characters. */
  public static final int MAX_LENGTH = 64 * 1024;

  private static final String KEY = "key ";
  private static final String BETWEEN = "\n-----\n\n";
  private static final String MALFORMED = "ledger.malformed-split";

  /** Copies the path. */
  public SplitProof {
    path = List.copyOf(path);
  }

  /** Reads a proof file; refuses everything but the one spelling of {@link #text}. */
  public static SplitProof parse(String text) throws LedgerRefused {
    var blank = text.length() > MAX_LENGTH ? -1 : text.indexOf("\n\n");
    var between = blank < 0 ? -1 : text.indexOf(BETWEEN, blank + 2);
    if (between < 0) {
      throw new LedgerRefused(MALFORMED);
    }
    var lines = text.substring(0, blank).split("\n", -1);
    if (!lines[0].equals(HEADER)
        || lines.length < 2
        || lines.length > 2 + InclusionProof.MAX_PATH_LENGTH
        || !lines[1].startsWith(KEY)) {
      throw new LedgerRefused(MALFORMED);
    }
    var path = new ArrayList<Hash>();
    for (var i = 2; i < lines.length; i++) {
      path.add(Hash.parseBase64(lines[i]));
    }
    return new SplitProof(
        NoteKey.parse(lines[1].substring(KEY.length())),
        SignedNote.parse(text.substring(blank + 2, between)),
        SignedNote.parse(text.substring(between + BETWEEN.length())),
        path);
  }

  /** The file's content. */
  public String text() {
    var out = new StringBuilder(HEADER).append('\n').append(KEY).append(key.text()).append('\n');
    path.forEach(hash -> out.append(hash.base64()).append('\n'));
    return out.append('\n')
        .append(first.encoded())
        .append(BETWEEN)
        .append(second.encoded())
        .toString();
  }

  /**
   * Whether it shows two histories.
   *
   * @throws LedgerRefused as {@link SignedNote#verify}; {@code ledger.another-log} if the notes or
   *     the key speak of different logs
   */
  public boolean holds() throws LedgerRefused {
    first.verify(List.of(key));
    second.verify(List.of(key));
    var one = first.checkpoint();
    var other = second.checkpoint();
    if (!one.origin().equals(key.name()) || !other.origin().equals(key.name())) {
      throw new LedgerRefused("ledger.another-log");
    }
    if (one.size() == other.size()) {
      return path.isEmpty() && one.splitsFrom(other);
    }
    return one.size() < other.size()
        && new ConsistencyProof(one.size(), other.size(), path)
            .leadsElsewhere(one.root(), other.root());
  }
}
