package org.vigie.node.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.LogStore;

/** Proofs about our own log, kept beside it and in backups. Safe for several threads. */
final class OwnAlarms {

  private static final int MOST = 32;

  private final LogStore store;
  private final List<OwnAlarm> earlier;
  private final List<OwnAlarm> alarms = new ArrayList<>();

  OwnAlarms(LogStore store) throws LedgerRefused {
    this(store, List.of());
  }

  /** {@code earlier} ones are about logs that were ended. */
  OwnAlarms(LogStore store, List<OwnAlarm> earlier) throws LedgerRefused {
    this.store = store;
    this.earlier = List.copyOf(earlier);
    for (var i = 0; i < MOST; i++) {
      var kept = store.read(path(i));
      if (kept.isEmpty()) {
        break;
      }
      alarms.add(OwnAlarm.parse(new String(kept.get(), UTF_8)));
    }
  }

  private static String path(int number) {
    return "splits/" + number;
  }

  synchronized List<OwnAlarm> all() {
    return List.copyOf(alarms);
  }

  /** About logs that were ended, the oldest first. */
  List<OwnAlarm> earlier() {
    return earlier;
  }

  /** Keeps it, unless that witness showed the same before. */
  synchronized void add(OwnAlarm alarm) {
    var known =
        alarms.stream()
            .anyMatch(kept ->
                kept.witness().equals(alarm.witness())
                    && kept.proven() == alarm.proven()
                    && kept.proof().second().text().equals(alarm.proof().second().text()));
    if (!known && alarms.size() < MOST) {
      store.write(path(alarms.size()), alarm.text().getBytes(UTF_8));
      alarms.add(alarm);
    }
  }
}
