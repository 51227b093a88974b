package org.vigie.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.ledger.Checkpoint;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteKey;
import org.vigie.ledger.SignedNote;

/**
 * Who besides the log signed the checkpoints met in one run. A witness whose key the reader has
 * from the witness itself counts; one whose key came with the package is named, to be compared; a
 * line that no key checks is named as unchecked.
 */
final class WitnessesSeen {

  private final Set<NoteKey> given;
  private final Map<NoteKey, Signed> signed = new LinkedHashMap<>();
  private final Set<String> unchecked = new LinkedHashSet<>();

  /** What one witness signed. */
  private static final class Signed {
    private final Set<Checkpoint> checkpoints = new HashSet<>();
    private Instant latest = Instant.MIN;
  }

  /** {@code given} are keys the reader has from elsewhere. */
  WitnessesSeen(List<NoteKey> given) {
    this.given = new LinkedHashSet<>(given);
  }

  /** The keys that came along and those the reader gave, each once. */
  List<NoteKey> and(List<NoteKey> keys) {
    var all = new LinkedHashSet<>(keys);
    all.addAll(given);
    return List.copyOf(all);
  }

  /** Whether the reader gave any. */
  boolean asked() {
    return !given.isEmpty();
  }

  /**
   * Notes who signed {@code note}.
   *
   * @return whether one of those the reader gave did
   */
  boolean add(SignedNote note, LogKeys.Signed by) throws LedgerRefused {
    var checkpoint = note.checkpoint();
    var known = new HashSet<String>();
    known.add(checkpoint.origin());
    var counts = false;
    for (var witness : by.witnesses()) {
      var seen = signed.computeIfAbsent(witness.key(), _ -> new Signed());
      seen.checkpoints.add(checkpoint);
      var at = witness.at().orElse(Instant.MIN);
      seen.latest = at.isAfter(seen.latest) ? at : seen.latest;
      known.add(witness.key().name());
      counts |= given.contains(witness.key());
    }
    note.signatures().stream()
        .map(line -> line.name())
        .filter(name -> !known.contains(name))
        .forEach(unchecked::add);
    return counts;
  }

  List<CheckResult> results() {
    var results = new ArrayList<CheckResult>();
    signed.forEach((key, by) -> {
      var number = Integer.toString(by.checkpoints.size());
      var latest = by.latest.equals(Instant.MIN) ? "?" : by.latest.toString();
      results.add(
          given.contains(key)
              ? CheckResult.ok("witness.known", key.name(), number, latest)
              : CheckResult.note(
                  "witness.compare", key.name(), number, latest, key.fingerprint().toString()));
    });
    unchecked.forEach(name -> results.add(CheckResult.note("witness.unchecked", name)));
    return results;
  }
}
