package org.vigie.evidence;

import java.util.List;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.SplitProof;

/** Checks the proof that a log showed two histories, as a witness hands it out. */
final class SplitCheck {

  private SplitCheck() {}

  static List<CheckResult> check(String text, KeysSeen keys) {
    try {
      var proof = SplitProof.parse(text);
      if (!proof.holds()) {
        return List.of(CheckResult.failed("split.none"));
      }
      keys.add(proof.key());
      return List.of(
          CheckResult.ok(
              "split",
              proof.key().name(),
              Long.toString(proof.first().checkpoint().size()),
              Long.toString(proof.second().checkpoint().size())));
    } catch (LedgerRefused altered) {
      return List.of(CheckResult.failed("split.refused", altered.key()));
    }
  }
}
