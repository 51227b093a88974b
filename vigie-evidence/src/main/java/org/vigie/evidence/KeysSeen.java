package org.vigie.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.ledger.NoteKey;

/** The keys on which a result rests, to be compared by the reader. */
final class KeysSeen {

  private final List<String> trusted;
  private final Set<NoteKey> keys = new LinkedHashSet<>();

  KeysSeen(List<String> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /** Only the log's own key decides; witnesses are counted elsewhere. */
  void add(NoteKey key) {
    keys.add(key);
  }

  List<CheckResult> results() {
    var results = new ArrayList<CheckResult>();
    for (var key : keys) {
      var fingerprint = key.fingerprint().toString();
      if (trusted.isEmpty()) {
        results.add(CheckResult.note("key.compare", key.name(), fingerprint));
      } else if (trusted.contains(key.text())) {
        results.add(CheckResult.ok("key.known", key.name(), fingerprint));
      } else {
        results.add(CheckResult.failed("key.unknown", key.name(), fingerprint));
      }
    }
    return results;
  }
}
