package org.vigie.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * The end of a day of UTC, for tests of what counts by the day and takes it from the machine's own
 * clock: what was spent yesterday is there again today.
 */
public final class Midnight {

  private Midnight() {}

  /** Waits for the next day where this one ends within {@code needed}. */
  public static void notWithin(Duration needed) throws InterruptedException {
    for (var left = left(); left.compareTo(needed) < 0; left = left()) {
      Thread.sleep(left.plusMillis(1));
    }
  }

  private static Duration left() {
    var now = Clock.systemUTC().instant();
    return Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
  }
}
