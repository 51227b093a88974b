package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that shows, offline, that one log took the place of another: the beginning, signed by both
 * logs' keys; the last checkpoint they share, with its witnesses; and that the new log's first
 * entry commits to the beginning, so that a new log cannot later claim another one. Says nothing of
 * why, nor whose hands the old key was in.
 *
 * @param beginning a {@link LogBeginning}, signed
 * @param agreed the old log's checkpoint that its witnesses share; null where there is none
 * @param proof of the new log's first entry: the SHA-256 of the signed beginning
 */
public record LogSuccession(SignedNote beginning, @Nullable SignedNote agreed, TlogProof proof) {

  /** Longest file read, in characters. */
  public static final int MAX_LENGTH = 128 * 1024;

  private static final String BETWEEN = "\n-----\n\n";
  private static final String MALFORMED = "ledger.malformed-beginning";

  /** The new log's first entry: the SHA-256 of the signed beginning, as its file spells it. */
  public static LeafCommitment entry(SignedNote beginning) {
    return new LeafCommitment(Hash.sha256(beginning.encoded().getBytes(UTF_8)));
  }

  /** The file's content. */
  public String text() {
    return beginning.encoded()
        + (agreed == null ? "" : BETWEEN + agreed.encoded())
        + (BETWEEN + proof.text());
  }

  /** Reads a file; refuses everything but the one spelling of {@link #text}. */
  public static LogSuccession parse(String text) throws LedgerRefused {
    if (text.length() > MAX_LENGTH) {
      throw new LedgerRefused(MALFORMED);
    }
    var parts = List.of(Pattern.compile(BETWEEN, Pattern.LITERAL).split(text, -1));
    if (parts.size() < 2 || parts.size() > 3) {
      throw new LedgerRefused(MALFORMED);
    }
    return new LogSuccession(
        SignedNote.parse(parts.getFirst()),
        parts.size() == 2 ? null : SignedNote.parse(parts.get(1)),
        TlogProof.parse(parts.getLast()));
  }

  /**
   * Checks all of it.
   *
   * @return what it says
   * @throws LedgerRefused as {@link SignedNote#verify} and {@link TlogProof#verify}; {@code
   *     ledger.unknown-key} unless both keys signed; {@code ledger.another-log} or {@code
   *     ledger.another-checkpoint} if the parts speak of different ones
   */
  public LogBeginning verify() throws LedgerRefused {
    var said = verify(beginning);
    if ((agreed == null) != (said.agreed().size() == 0)) {
      throw new LedgerRefused("ledger.another-checkpoint");
    }
    if (agreed != null) {
      agreed.verify(List.of(said.old()));
      if (!agreed.checkpoint().equals(said.agreed())) {
        throw new LedgerRefused("ledger.another-checkpoint");
      }
    }
    proof.verify(entry(beginning), List.of(said.next()));
    if (proof.index() != 0 || !proof.note().checkpoint().origin().equals(said.next().name())) {
      throw new LedgerRefused("ledger.another-log");
    }
    return said;
  }

  /**
   * Reads a beginning that both logs' keys signed, and nobody else.
   *
   * @throws LedgerRefused as {@link #verify()}
   */
  public static LogBeginning verify(SignedNote beginning) throws LedgerRefused {
    var said = LogBeginning.parse(beginning.text());
    for (var key : List.of(said.old(), said.next())) {
      beginning.verify(List.of(key));
    }
    if (beginning.signatures().size() != 2) {
      throw new LedgerRefused("ledger.unknown-key");
    }
    return said;
  }
}
