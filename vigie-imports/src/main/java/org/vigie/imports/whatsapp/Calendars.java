package org.vigie.imports.whatsapp;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import org.vigie.imports.DateOrder;

/**
 * Turns the three numbers of a head into a day of the Gregorian calendar. Buddhist, Persian and
 * Islamic years are known by their value, Japanese eras by their letter. Not for use by several
 * threads.
 */
final class Calendars {

  private static final int OLDEST = 2009; // the application did not exist before
  private static final int LATEST = 2060;

  private int year;
  private int month;
  private int day;
  private boolean foreign;

  /** The days since 1970 of the last {@link #resolve}. */
  long epochDay;

  /** Whether the numbers of {@code head}, read in {@code order}, are a day. */
  boolean resolve(HeaderScanner head, DateOrder order) {
    var y = order == DateOrder.YMD ? 0 : 2;
    var m = order == DateOrder.MDY ? 0 : 1;
    var d =
        switch (order) {
          case DMY -> 0;
          case MDY -> 1;
          case YMD -> 2;
        };
    if (head.width[m] > 2 || head.width[d] > 2 || (head.eraPart >= 0 && head.eraPart != y)) {
      return false;
    }
    month = head.date[m];
    day = head.date[d];
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return false;
    }
    return head.eraPart >= 0 ? era(head.era, head.date[y]) : year(head.date[y], head.width[y]);
  }

  private boolean era(int letter, int number) {
    return gregorian(
        switch (letter) {
          case 'R' -> 2018 + number;
          case 'H' -> 1988 + number;
          default -> 1925 + number;
        });
  }

  private boolean year(int number, int digits) {
    if (digits <= 2) {
      // Two digits above 51 are Buddhist: 2552 was 2009.
      return gregorian(number >= 52 ? number + 2500 - 543 : 2000 + number);
    }
    if (number >= 2552 && number <= LATEST + 543) {
      return gregorian(number - 543);
    }
    if (number >= 1387 && number <= 1429) {
      return persian(number);
    }
    return (number >= 1430 && number <= 1485) ? islamic(number) : gregorian(number);
  }

  private boolean gregorian(int y) {
    foreign = false;
    year = y;
    if (y < OLDEST || y > LATEST || day > lengthOfMonth(y, month)) {
      return false;
    }
    epochDay = epochDay(y, month, day);
    return true;
  }

  private static int lengthOfMonth(int y, int m) {
    if (m == 2) {
      return (y & 3) == 0 && (y % 100 != 0 || y % 400 == 0) ? 29 : 28;
    }
    return m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31;
  }

  /** Days since 1970 in the Gregorian calendar, for years after 0. */
  private static long epochDay(int y, int m, int d) {
    var shifted = m > 2 ? y : y - 1;
    var century = shifted / 400;
    var ofCentury = shifted - century * 400;
    var ofYear = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    return century * 146097L + ofCentury * 365L + ofCentury / 4 - ofCentury / 100 + ofYear - 719468;
  }

  /** Solar Hijri by the cycle of 33 years, which is right from 1178 to 1633. */
  private boolean persian(int y) {
    if (day > 30 && month > 6) {
      return false;
    }
    var leaps = (8 * y + 21) / 33;
    var days = 365L * (y - 1) + leaps + (month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6);
    return foreign(days + day - 492269);
  }

  private boolean islamic(int y) {
    try {
      return foreign(HijrahDate.of(y, month, day).toEpochDay());
    } catch (DateTimeException e) {
      return false;
    }
  }

  private boolean foreign(long days) {
    foreign = true;
    epochDay = days;
    return true;
  }

  /** The day of the last {@link #resolve}. */
  LocalDate date() {
    return foreign ? LocalDate.ofEpochDay(epochDay) : LocalDate.of(year, month, day);
  }
}
