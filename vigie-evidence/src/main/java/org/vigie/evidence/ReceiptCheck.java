package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.SignedNote;
import org.vigie.ledger.timestamp.CertificateChain;
import org.vigie.ledger.timestamp.TimeStampToken;

/** Checks a receipt. */
final class ReceiptCheck {

  private ReceiptCheck() {}

  static List<CheckResult> check(
      String text, CheckpointsSeen checkpoints, KeysSeen keys, WitnessesSeen witnesses) {
    Receipt receipt;
    try {
      receipt = Receipt.parse(text);
    } catch (EvidenceRefused e) {
      return List.of(CheckResult.failed("receipt.malformed"));
    }
    var results = new ArrayList<CheckResult>();
    results.add(CheckResult.ok("receipt"));
    try {
      var proof = receipt.proof();
      var signed = LogKeys.verify(proof, receipt.entry(), receipt.keys());
      var checkpoint = proof.note().checkpoint();
      // Nothing else vouches for the lines of a receipt, so each signature must be by a key of it.
      if (signed.count() != proof.note().signatures().size()
          || signed.count() != receipt.keys().size()) {
        throw new LedgerRefused("ledger.unknown-key");
      }
      checkpoints.add(checkpoint);
      keys.add(signed.logKey());
      results.add(
          CheckResult.ok(
              "receipt.proof",
              checkpoint.origin(),
              Long.toString(proof.index()),
              Long.toString(checkpoint.size())));
      signed.latest().ifPresent(at -> results.add(CheckResult.note("receipt.time", at.toString())));
      if (!witnesses.add(proof.note(), signed) && witnesses.asked()) {
        results.add(CheckResult.failed("receipt.witness.missing"));
      }
      checkStamp(receipt, Long.toString(checkpoint.size()), results);
    } catch (LedgerRefused e) {
      results.add(CheckResult.failed("receipt.refused", e.key()));
    }
    return results;
  }

  private static void checkStamp(Receipt receipt, String size, List<CheckResult> results) {
    if (receipt.timeStamps().isEmpty()) {
      return;
    }
    try {
      var replies = receipt.timeStamps().stream().map(Base64.getDecoder()::decode).toList();
      // A receipt brings no roots, so it is left to the reader whether the signer is an authority.
      var noRoots = new CertificateChain(List.of());
      var imprint = imprint(stamped(receipt.proof().note(), replies.getFirst()));
      results.addAll(Stamps.check(size, imprint, replies, noRoots));
    } catch (LedgerRefused e) {
      results.add(CheckResult.failed("stamp.refused", size, e.key()));
    } catch (IllegalArgumentException e) {
      results.add(CheckResult.failed("receipt.malformed"));
    }
  }

  /**
   * What the authority stamped: the checkpoint before witnesses signed it, which is the note
   * without their lines; or the note as it stands. The text is the same.
   */
  private static SignedNote stamped(SignedNote note, byte[] reply) throws LedgerRefused {
    var origin = note.checkpoint().origin();
    var own = note.signatures().stream().filter(line -> line.name().equals(origin)).toList();
    if (own.isEmpty() || own.size() == note.signatures().size()) {
      return note;
    }
    var bare = new SignedNote(note.text(), own);
    try {
      var _ = TimeStampToken.parseReply(reply).signer(imprint(bare), List.of());
      return bare;
    } catch (LedgerRefused another) {
      return note;
    }
  }

  private static Hash imprint(SignedNote note) {
    return Hash.sha256(note.encoded().getBytes(UTF_8));
  }
}
