package org.vigie.imports.forms;

import java.time.LocalDate;
import java.time.Year;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** How phones count years, months and days. */
enum Calendar {
  GREGORIAN,
  BUDDHIST,
  REIWA,
  PERSIAN,
  ISLAMIC;

  /** Year, month and day. */
  int[] of(LocalDate date) {
    return switch (this) {
      case GREGORIAN -> numbers(date.getYear(), date);
      case BUDDHIST -> numbers(date.getYear() + 543, date);
      case REIWA -> numbers(date.getYear() - 2018, date);
      case PERSIAN -> persian(date);
      case ISLAMIC -> {
        var day = HijrahDate.from(date);
        yield new int[] {
          day.get(ChronoField.YEAR),
          day.get(ChronoField.MONTH_OF_YEAR),
          day.get(ChronoField.DAY_OF_MONTH)
        };
      }
    };
  }

  private static int[] numbers(int year, LocalDate date) {
    return new int[] {year, date.getMonthValue(), date.getDayOfMonth()};
  }

  /** From 2009 to 2028 the year begins on 20 March in leap years, else on 21 March. */
  private static int[] persian(LocalDate date) {
    var begins = begins(date.getYear());
    var year = date.isBefore(begins) ? date.getYear() - 1 : date.getYear();
    var day = (int) ChronoUnit.DAYS.between(begins(year), date);
    return day < 186
        ? new int[] {year - 621, day / 31 + 1, day % 31 + 1}
        : new int[] {year - 621, (day - 186) / 30 + 7, (day - 186) % 30 + 1};
  }

  private static LocalDate begins(int year) {
    return LocalDate.of(year, 3, Year.isLeap(year) ? 20 : 21);
  }
}
