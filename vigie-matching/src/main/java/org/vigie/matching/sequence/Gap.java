package org.vigie.matching.sequence;

import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How long after another something happened, as far as the precision of both dates tells. */
public enum Gap {
  /** Within a week. */
  DAYS,
  /** Within six weeks. */
  WEEKS,
  /** Within half a year. */
  MONTHS,
  /** Longer. */
  LONG,
  /** The dates do not tell. */
  UNKNOWN;

  private static final int WEEK = 7;
  private static final int SIX_WEEKS = 42;

  /** Days without anything from which a silence is a step of its own: half a year. */
  static final int HALF_A_YEAR = 182;

  static Gap between(Span before, Span after) {
    var least = of(Math.max(0, before.latest().until(after.earliest(), ChronoUnit.DAYS)));
    var most = of(Math.max(0, before.earliest().until(after.latest(), ChronoUnit.DAYS)));
    return least == most ? least : UNKNOWN;
  }

  private static Gap of(long days) {
    if (days <= WEEK) {
      return DAYS;
    }
    if (days <= SIX_WEEKS) {
      return WEEKS;
    }
    return days <= HALF_A_YEAR ? MONTHS : LONG;
  }

  /** The stable code that the model uses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
