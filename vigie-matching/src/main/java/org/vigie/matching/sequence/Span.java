package org.vigie.matching.sequence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.vigie.kernel.PartialDate;

/**
 * The days on which something may have happened.
 *
 * @param earliest the first
 * @param latest the last
 * @param minute the minute, where it is known; else the beginning of the first day
 * @param exact whether {@code minute} is known
 */
record Span(LocalDate earliest, LocalDate latest, LocalDateTime minute, boolean exact) {

  /** Days around an estimated day on which it may have been just as well. */
  private static final int AROUND = 3;

  static Span of(PartialDate when) {
    var first = when.earliest();
    var last = when.latest();
    if (when.estimated()) {
      return switch (when.precision()) {
        case "year" -> days(first.minusYears(1), last.plusYears(1));
        case "month" -> days(first.minusMonths(1), last.plusMonths(1));
        default -> days(first.minusDays(AROUND), last.plusDays(AROUND));
      };
    }
    return when.precision().equals("minute")
        ? new Span(first, last, LocalDateTime.parse(when.text()), true)
        : days(first, last);
  }

  static Span days(LocalDate first, LocalDate last) {
    return new Span(first, last, first.atStartOfDay(), false);
  }

  /** Whether this was certainly over before {@code other} began. */
  boolean before(Span other) {
    if (exact && other.exact) {
      return minute.isBefore(other.minute);
    }
    return latest.isBefore(other.earliest);
  }
}
