package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.timestamp.CertificateChain;

/** Checks a receipt. */
final class ReceiptCheck {

  private ReceiptCheck() {}

  static List<CheckResult> check(String text, CheckpointsSeen checkpoints, KeysSeen keys) {
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
      var imprint = Hash.sha256(receipt.proof().note().encoded().getBytes(UTF_8));
      var replies = receipt.timeStamps().stream().map(Base64.getDecoder()::decode).toList();
      // A receipt brings no roots, so it is left to the reader whether the signer is an authority.
      var noRoots = new CertificateChain(List.of());
      results.addAll(Stamps.check(size, imprint, replies, noRoots));
    } catch (LedgerRefused e) {
      results.add(CheckResult.failed("stamp.refused", size, e.key()));
    } catch (IllegalArgumentException e) {
      results.add(CheckResult.failed("receipt.malformed"));
    }
  }
}
