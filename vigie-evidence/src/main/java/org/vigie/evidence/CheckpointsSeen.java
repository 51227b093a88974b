package org.vigie.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.ledger.Checkpoint;
import org.vigie.ledger.LogBeginning;

/** Every signed checkpoint met in one run, to notice a log with two histories. */
final class CheckpointsSeen {

  private final Set<Checkpoint> checkpoints = new LinkedHashSet<>();
  private final Set<LogBeginning> ended = new LinkedHashSet<>();

  void add(Checkpoint checkpoint) {
    checkpoints.add(checkpoint);
  }

  /** A log of which only what was agreed is shared by its witnesses. */
  void ended(LogBeginning beginning) {
    ended.add(beginning);
  }

  List<CheckResult> results() {
    var results = new ArrayList<CheckResult>();
    for (var said : ended) {
      checkpoints.stream()
          .filter(one -> one.origin().equals(said.old().name()))
          .filter(one -> one.size() > said.agreed().size())
          .forEach(one ->
              results.add(
                  CheckResult.note(
                      "begun.beyond",
                      one.origin(),
                      Long.toString(one.size()),
                      Long.toString(said.agreed().size()))));
    }
    var seen = List.copyOf(checkpoints);
    var first = new HashMap<String, Checkpoint>();
    for (var one : seen) {
      var other = first.putIfAbsent(one.origin() + " " + one.size(), one);
      if (other != null && one.splitsFrom(other)) {
        results.add(CheckResult.failed("log.split", one.origin(), Long.toString(one.size())));
      }
    }
    if (results.stream().noneMatch(CheckResult::isFailure) && seen.size() > 1) {
      results.add(CheckResult.ok("log.one-history", Integer.toString(seen.size())));
    }
    return results;
  }
}
