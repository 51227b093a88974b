package org.vigie.imports.line;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.DateOrder;
import org.vigie.imports.DateOrderBy;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.ReadReport;
import org.vigie.imports.tally.WrittenDates;

/** The lines that begin a day. They name the day of the week too, which settles their order. */
final class LineDays {

  private static final Pattern DAY =
      Pattern.compile(
          "(?:[\\p{L}.]{2,20},? )?\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\.?"
              + "(?: ?[(（]?[\\p{L}\\p{M}.]{1,20}[)）]?)?"
              + "|\\d{4}年\\d{1,2}月\\d{1,2}日.{0,10}"
              + "|\\d{4}년 \\d{1,2}월 \\d{1,2}일.{0,10}");
  private static final String[] WEEK = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  private static final int LONGEST = 60;

  private final @Nullable DateOrder option;
  private final WrittenDates dates;
  private final WrittenDates bare;
  private long fullOnes;
  private boolean blankBefore = true;
  private long named;
  private long fitDay;
  private long fitMonth;

  LineDays(@Nullable DateOrder option) {
    this.option = option;
    this.dates = new WrittenDates(option);
    this.bare = new WrittenDates(option);
  }

  /**
   * Whether a line begins a day and is no date that somebody typed: it names the day of the week,
   * or, in a file where none does, nothing stands on the line before.
   */
  boolean is(String line, boolean afterBlank) {
    return looksLike(line) && (full(line) || (afterBlank && fullOnes == 0));
  }

  private static boolean looksLike(String line) {
    return line.length() <= LONGEST && DAY.matcher(line.strip()).matches();
  }

  private static boolean full(String line) {
    return line.indexOf('(') > 0 || line.indexOf('（') > 0 || weekday(line) != null;
  }

  void observe(String line, long number) {
    var afterBlank = blankBefore;
    blankBefore = line.isBlank();
    if (!looksLike(line) || !(full(line) || afterBlank)) {
      return;
    }
    if (!full(line)) {
      bare.observe(line, number);
      return;
    }
    fullOnes++;
    dates.observe(line, number);
    var weekday = weekday(line);
    if (weekday != null) {
      named++;
      fitDay += on(line, DateOrder.DMY, weekday) ? 1 : 0;
      fitMonth += on(line, DateOrder.MDY, weekday) ? 1 : 0;
    }
  }

  private static boolean on(String line, DateOrder order, DayOfWeek weekday) {
    var day = date(line, order);
    return day != null && day.getDayOfWeek() == weekday;
  }

  private static @Nullable DayOfWeek weekday(String line) {
    var lower = line.toLowerCase(Locale.ROOT);
    for (var i = 0; i < WEEK.length; i++) {
      if (lower.contains(WEEK[i])) {
        return DayOfWeek.of(i + 1);
      }
    }
    return null;
  }

  /** The order of the file: told, by the day of the week, or as of any dates. */
  ReadReport.Dates decide() throws ImportRefused {
    if (option == null && named > 0 && (fitDay == named) != (fitMonth == named)) {
      var order = fitDay == named ? DateOrder.DMY : DateOrder.MDY;
      return new ReadReport.Dates(order, DateOrderBy.VALUE);
    }
    return fullOnes > 0 ? dates.decide() : bare.decide();
  }

  /** The day of such a line; null when there is no such day. */
  static @Nullable LocalDate date(String line, DateOrder order) {
    var time = WrittenDates.parse(line, order);
    if (time == null && order != DateOrder.YMD) {
      time = WrittenDates.parse(line, DateOrder.YMD);
    }
    return time == null ? null : time.toLocalDate();
  }
}
