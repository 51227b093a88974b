package org.vigie.node.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.vigie.node.store.SettingStore;
import org.vigie.register.store.Bytes;

/**
 * Whether something grave showed that the keepers have not yet said they know of. Proofs only ever
 * become more, so a number of them is enough to remember.
 */
public final class GraveNews {

  private static final String SEEN = "witness.seen";

  private final Witnesses witnesses;
  private final WatchedLogs watched;
  private final SettingStore settings;

  GraveNews(Witnesses witnesses, WatchedLogs watched, SettingStore settings) {
    this.witnesses = witnesses;
    this.watched = watched;
    this.settings = settings;
  }

  /** Whether our own log is concerned. */
  boolean own() {
    return !witnesses.alarms().isEmpty();
  }

  private int all() {
    return witnesses.alarms().size() + watched.splits();
  }

  /** Whether there is something that keepers have not said they know of. */
  public boolean unseen() {
    var all = all();
    return all > 0 && all != seen();
  }

  private int seen() {
    return settings
        .find(SEEN)
        .map(kept -> Integer.parseInt(new String(kept.toArray(), UTF_8)))
        .orElse(0);
  }

  /** The keepers know of everything there is now. */
  public void see() {
    settings.put(SEEN, Bytes.of(Integer.toString(all()).getBytes(UTF_8)));
  }
}
