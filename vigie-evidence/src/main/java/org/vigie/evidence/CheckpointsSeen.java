package org.vigie.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.ledger.Checkpoint;

/** Every signed checkpoint met in one run, to notice a log with two histories. */
final class CheckpointsSeen {

  private final Set<Checkpoint> checkpoints = new LinkedHashSet<>();

  void add(Checkpoint checkpoint) {
    checkpoints.add(checkpoint);
  }

  List<CheckResult> results() {
    var results = new ArrayList<CheckResult>();
    var seen = List.copyOf(checkpoints);
    var first = new HashMap<String, Checkpoint>();
    for (var one : seen) {
      var other = first.putIfAbsent(one.origin() + " " + one.size(), one);
      if (other != null && one.splitsFrom(other)) {
        results.add(CheckResult.failed("log.split", one.origin(), Long.toString(one.size())));
      }
    }
    if (results.isEmpty() && seen.size() > 1) {
      results.add(CheckResult.ok("log.one-history", Integer.toString(seen.size())));
    }
    return results;
  }
}
