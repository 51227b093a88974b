package org.vigie.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A file that shows, offline, that an entry is in a log: C2SP tlog-proof. Proves the entry's place
 * in what the log signed; proves nothing about what the entry stands for.
 *
 * @param index place of the entry, from 0
 * @param path sibling hashes from the leaf up
 * @param note the signed checkpoint
 */
public record TlogProof(long index, List<Hash> path, SignedNote note) {

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String INDEX = "index ";
  private static final String MALFORMED = "ledger.malformed-proof";

  /** Copies the path. */
  public TlogProof {
    path = List.copyOf(path);
  }

  /** Reads a proof file; refuses everything but the one spelling of {@link #text}. */
  public static TlogProof parse(String text) throws LedgerRefused {
    var blank = text.indexOf("\n\n");
    if (blank < 0) {
      throw new LedgerRefused(MALFORMED);
    }
    var lines = text.substring(0, blank).split("\n", -1);
    if (lines.length < 2 || lines.length > 2 + InclusionProof.MAX_PATH_LENGTH) {
      throw new LedgerRefused(MALFORMED);
    }
    // We write no "extra" line and accept none: nothing authenticates it.
    if (!lines[0].equals(HEADER) || !lines[1].startsWith(INDEX)) {
      throw new LedgerRefused(MALFORMED);
    }
    var path = new ArrayList<Hash>();
    for (var i = 2; i < lines.length; i++) {
      path.add(Hash.parseBase64(lines[i]));
    }
    var index = StrictDecimal.parse(lines[1].substring(INDEX.length()), MALFORMED);
    var proof = new TlogProof(index, path, SignedNote.parse(text.substring(blank + 2)));
    proof.inclusion();
    return proof;
  }

  /** The file's content. */
  public String text() {
    var out = new StringBuilder(HEADER).append('\n').append(INDEX).append(index).append('\n');
    path.forEach(hash -> out.append(hash.base64()).append('\n'));
    return out.append('\n').append(note.encoded()).toString();
  }

  /** The inclusion proof into the checkpoint's tree. */
  public InclusionProof inclusion() throws LedgerRefused {
    var size = note.checkpoint().size();
    if (index >= size) {
      throw new LedgerRefused(MALFORMED);
    }
    return new InclusionProof(index, size, path);
  }

  /**
   * Whether the log of {@code known} keys holds {@code entry} at {@link #index}.
   *
   * @return who signed the checkpoint
   * @throws LedgerRefused as {@link SignedNote#verify}; {@code ledger.not-in-log} if the path does
   *     not lead from the entry to the signed root
   */
  public List<SignedNote.Attestation> verify(LeafCommitment entry, Collection<NoteKey> known)
      throws LedgerRefused {
    var attestations = note.verify(known);
    if (!inclusion().verifies(entry.leaf(), note.checkpoint().root())) {
      throw new LedgerRefused("ledger.not-in-log");
    }
    return attestations;
  }
}
