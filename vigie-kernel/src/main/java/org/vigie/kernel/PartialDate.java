package org.vigie.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;

/**
 * When something happened, as precisely as it is known: a year, a month, a day or a minute, and
 * whether that is an estimate. Text form: {@code 2026}, {@code 2026-01}, {@code 2026-01-15} or
 * {@code 2026-01-15T18:04}, with a leading {@code ~} for an estimate.
 *
 * @param text the text form, checked
 */
public record PartialDate(String text) implements Comparable<PartialDate> {

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if {@code text} is in none of the forms or no such date exists
   */
  public PartialDate {
    try {
      firstDay(bare(text));
      if (bare(text).length() > 10) {
        LocalDateTime.parse(bare(text));
      }
    } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException malformed) {
      throw new IllegalArgumentException("not a date as precise as known", malformed);
    }
  }

  /** Reads {@code text}, or nothing if it is blank or malformed; spaces around it do not matter. */
  public static Optional<PartialDate> parse(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(new PartialDate(text.strip()));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** Whether the person said it is a guess. */
  public boolean estimated() {
    return text.startsWith("~");
  }

  /** The first day it can mean. */
  public LocalDate earliest() {
    return firstDay(bare(text));
  }

  /** The last day it can mean. */
  public LocalDate latest() {
    var bare = bare(text);
    return switch (bare.length()) {
      case 4 -> earliest().withDayOfYear(earliest().lengthOfYear());
      case 7 -> YearMonth.parse(bare).atEndOfMonth();
      default -> earliest();
    };
  }

  /** How precise it is: {@code year}, {@code month}, {@code day} or {@code minute}. */
  public String precision() {
    return switch (bare(text).length()) {
      case 4 -> "year";
      case 7 -> "month";
      case 10 -> "day";
      default -> "minute";
    };
  }

  @Override
  public int compareTo(PartialDate other) {
    var byDay = earliest().compareTo(other.earliest());
    return byDay != 0 ? byDay : bare(text).compareTo(bare(other.text));
  }

  @Override
  public String toString() {
    return text;
  }

  private static String bare(String text) {
    return text.startsWith("~") ? text.substring(1) : text;
  }

  private static LocalDate firstDay(String bare) {
    return switch (bare.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(bare), 1, 1);
      case 7 -> YearMonth.parse(bare).atDay(1);
      case 10 -> LocalDate.parse(bare);
      case 16 -> LocalDate.parse(bare.substring(0, 10));
      default -> throw new DateTimeException("not a date as precise as known");
    };
  }
}
