package org.vigie.node.witness;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * How often may be asked in the name of one log: thirty times at once, then one every two seconds.
 * Only logs that a keeper named are counted, so that there are never many. Safe for several
 * threads.
 */
final class Pace {

  private static final int AT_ONCE = 30;
  private static final long ONE_MS = 2000;

  private final InstantSource clock;
  private final Map<String, Instant> filledUntil = new HashMap<>();

  Pace(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether the log called {@code origin} may ask once more now. */
  synchronized boolean admits(String origin) {
    var now = clock.instant();
    var start = filledUntil.getOrDefault(origin, now);
    var from = start.isBefore(now) ? now : start;
    if (Duration.between(now, from).toMillis() >= AT_ONCE * ONE_MS) {
      return false;
    }
    filledUntil.put(origin, from.plusMillis(ONE_MS));
    return true;
  }
}
