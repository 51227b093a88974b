package org.vigie.evidence;

import java.util.List;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.LogSuccession;

/** Checks the file that shows that one log took the place of another. */
final class SuccessionCheck {

  private SuccessionCheck() {}

  static List<CheckResult> check(String text, CheckpointsSeen checkpoints, KeysSeen keys) {
    try {
      var file = LogSuccession.parse(text);
      var said = file.verify();
      keys.add(said.old());
      keys.add(said.next());
      checkpoints.add(said.agreed());
      checkpoints.add(file.proof().note().checkpoint());
      checkpoints.ended(said);
      return List.of(
          CheckResult.ok(
              "begun",
              said.next().name(),
              said.old().name(),
              Long.toString(said.agreed().size()),
              said.at().toString()),
          CheckResult.note(
              "begun.left",
              said.old().name(),
              Long.toString(said.left().size()),
              Long.toString(said.agreed().size())));
    } catch (LedgerRefused altered) {
      return List.of(CheckResult.failed("begun.refused", altered.key()));
    }
  }
}
