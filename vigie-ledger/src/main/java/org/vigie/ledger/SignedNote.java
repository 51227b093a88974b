package org.vigie.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures: C2SP signed-note. The text must not be believed before {@link #verify}.
 *
 * @param text ends in a newline; holds no control character but newline
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

  /** Longest note read, in characters. */
  public static final int MAX_LENGTH = 128 * 1024;

  /** Most signatures read in one note. */
  public static final int MAX_SIGNATURES = 32;

  private static final String MALFORMED = "ledger.malformed-note";

  /**
   * That a known key signed.
   *
   * @param key the key
   * @param at the time its holder states, where the kind of signature carries one
   */
  public record Attestation(NoteKey key, Optional<Instant> at) {}

  /** Refuses texts that no note may have. */
  public SignedNote {
    if (!isText(text) || signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw new IllegalArgumentException("Not a note");
    }
    signatures = List.copyOf(signatures);
  }

  /** Signs {@code text} with every signer at the instant {@code at}. */
  public static SignedNote sign(String text, List<NoteSigner> signers, Instant at) {
    return new SignedNote(text, signers.stream().map(signer -> signer.sign(text, at)).toList());
  }

  /** Reads a whole note; refuses everything but the one spelling of {@link #encoded}. */
  public static SignedNote parse(String encoded) throws LedgerRefused {
    var end = encoded.length() > MAX_LENGTH ? -1 : encoded.lastIndexOf("\n\n");
    if (end < 0 || !encoded.endsWith("\n")) {
      throw new LedgerRefused(MALFORMED);
    }
    var text = encoded.substring(0, end + 1);
    var signatures = new ArrayList<NoteSignature>();
    for (var start = end + 2; start < encoded.length(); ) {
      var newline = encoded.indexOf('\n', start);
      signatures.add(NoteSignature.parse(encoded.substring(start, newline)));
      start = newline + 1;
      if (signatures.size() > MAX_SIGNATURES) {
        throw new LedgerRefused(MALFORMED);
      }
    }
    if (signatures.isEmpty() || !isText(text)) {
      throw new LedgerRefused(MALFORMED);
    }
    return new SignedNote(text, signatures);
  }

  private static boolean isText(String text) {
    return text.endsWith("\n")
        && text.codePoints()
            .noneMatch(c -> (c < ' ' && c != '\n') || Character.getType(c) == Character.SURROGATE);
  }

  /** The note as it is kept and sent. */
  public String encoded() {
    var out = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> out.append(signature.line()));
    return out.toString();
  }

  /** This note with further signatures over the same text. */
  public SignedNote with(List<NoteSignature> more) {
    var all = new ArrayList<>(signatures);
    more.stream().filter(line -> !all.contains(line)).forEach(all::add);
    return new SignedNote(text, all);
  }

  /**
   * Checks every signature by a known key and passes over the others.
   *
   * @return who signed, in the order of the lines; never empty
   * @throws LedgerRefused {@code ledger.bad-signature} if a known key's signature does not hold,
   *     {@code ledger.unknown-key} if no known key signed
   */
  public List<Attestation> verify(Collection<NoteKey> known) throws LedgerRefused {
    var attestations = new ArrayList<Attestation>();
    for (var line : signatures) {
      for (var key : known) {
        if (key.isNamedBy(line)) {
          attestations.add(new Attestation(key, key.check(text, line)));
        }
      }
    }
    if (attestations.isEmpty()) {
      throw new LedgerRefused("ledger.unknown-key");
    }
    return attestations;
  }

  /** The checkpoint the text spells, whoever signed it. */
  public Checkpoint checkpoint() throws LedgerRefused {
    return Checkpoint.parse(text);
  }
}
