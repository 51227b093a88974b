package org.vigie.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.ledger.LeafCommitment;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteKey;
import org.vigie.ledger.SignatureType;
import org.vigie.ledger.SignedNote;
import org.vigie.ledger.TlogProof;

/** Which of the keys that came along signed a checkpoint. */
final class LogKeys {

  private LogKeys() {}

  /**
   * Who signed.
   *
   * @param logKey the log's own key
   * @param latest the latest time a signer states
   * @param count how many signatures by known keys there are
   * @param witnesses who else signed, stating a time
   */
  record Signed(
      NoteKey logKey,
      Optional<Instant> latest,
      int count,
      List<SignedNote.Attestation> witnesses) {}

  static Signed verify(TlogProof proof, LeafCommitment entry, Collection<NoteKey> keys)
      throws LedgerRefused {
    return signed(proof.note(), proof.verify(entry, keys));
  }

  static Signed verify(SignedNote note, Collection<NoteKey> keys) throws LedgerRefused {
    return signed(note, note.verify(keys));
  }

  /** C2SP tlog-proof: the log itself must have signed, under the name that is its origin. */
  private static Signed signed(SignedNote note, List<SignedNote.Attestation> attestations)
      throws LedgerRefused {
    var origin = note.checkpoint().origin();
    for (var attestation : attestations) {
      var key = attestation.key();
      if (key.name().equals(origin) && key.type() == SignatureType.ED25519) {
        var latest =
            attestations.stream().flatMap(a -> a.at().stream()).max(Comparator.naturalOrder());
        var others = attestations.stream().filter(a -> !a.key().name().equals(origin)).toList();
        return new Signed(key, latest, attestations.size(), others);
      }
    }
    throw new LedgerRefused("ledger.unknown-key");
  }
}
