package org.vigie.imports.tally;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import org.jspecify.annotations.Nullable;

/**
 * Days of the calendars that phones count in, as days of the Gregorian one. Which calendar it is,
 * the year tells: none of them shares a year of telephones with another.
 */
final class Years {

  private static final int BUDDHIST = 543;
  private static final int SHORT_BUDDHIST = 52;
  private static final int PERSIAN_EPOCH = 492_269; // days from the first of year 1 to 1970

  private Years() {}

  /**
   * The day that is meant; null where there is none, or where no calendar of today has such a year.
   *
   * @param year as it stands
   * @param digits how many digits it has; two are of this century, or of the Buddhist one
   */
  static @Nullable LocalDate day(int year, int digits, int month, int day) {
    try {
      if (digits == 2) {
        var whole = year < SHORT_BUDDHIST ? 2000 + year : 2500 - BUDDHIST + year;
        return LocalDate.of(whole, month, day);
      }
      if (year >= 1330 && year <= 1420) {
        return persian(year, month, day);
      }
      if (year >= 1421 && year <= 1500) {
        return LocalDate.from(HijrahDate.of(year, month, day));
      }
      if (year >= 2443 && year <= 2643) {
        return LocalDate.of(year - BUDDHIST, month, day);
      }
      return year >= 1900 && year <= 2100 ? LocalDate.of(year, month, day) : null;
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** A year of a Japanese era, by the letter before it. */
  static @Nullable LocalDate ofEra(char era, int year, int month, int day) {
    var before = era == 'R' ? 2018 : era == 'H' ? 1988 : 1925;
    try {
      return LocalDate.of(before + year, month, day);
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** Solar Hijri by the cycle of 33 years, which is right from 1178 to 1633. */
  private static @Nullable LocalDate persian(int year, int month, int day) {
    var longest = month <= 6 ? 31 : 30;
    if (month < 1 || month > 12 || day < 1 || day > longest) {
      return null;
    }
    var leaps = (8 * year + 21) / 33;
    var months = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
    return LocalDate.ofEpochDay(365L * (year - 1) + leaps + months + day - PERSIAN_EPOCH);
  }
}
