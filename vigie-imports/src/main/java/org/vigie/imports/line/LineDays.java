package org.vigie.imports.line;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.DateOrder;
import org.vigie.imports.DateOrderBy;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.ReadReport;
import org.vigie.imports.tally.Tally;
import org.vigie.imports.tally.WrittenDates;

/**
 * The lines that begin a day. They name the day of the week too, which settles their order. People
 * type such lines as well: within quotation marks, around which the application writes words of
 * several lines, none begins a day; nor does one that stands close to the line before it in a file
 * where most do not.
 */
final class LineDays {

  private static final Pattern DAY =
      Pattern.compile(
          "(?:[\\p{L}.]{2,20},? )?\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\.?"
              + "(?: ?[(（]?[\\p{L}\\p{M}.]{1,20}[)）]?)?"
              + "|\\d{4}年\\d{1,2}月\\d{1,2}日.{0,10}"
              + "|\\d{4}년 \\d{1,2}월 \\d{1,2}일.{0,10}");
  private static final String[] WEEK = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  private static final int LONGEST = 60;
  private static final int MOST = 10_000;

  /** A line that looks like the beginning of a day. */
  private record Candidate(String line, long number, boolean afterBlank) {}

  /** Lines of one look. */
  private static final class Group {
    private final WrittenDates dates;
    private long count;
    private long named;
    private long fitDay;
    private long fitMonth;

    private Group(@Nullable DateOrder option) {
      this.dates = new WrittenDates(option);
    }

    private void observe(Candidate one) {
      count++;
      dates.observe(one.line(), one.number());
      var weekday = weekday(one.line());
      if (weekday != null) {
        named++;
        fitDay += on(one.line(), DateOrder.DMY, weekday) ? 1 : 0;
        fitMonth += on(one.line(), DateOrder.MDY, weekday) ? 1 : 0;
      }
    }

    /** Told, by the day of the week, or as of any dates. */
    private ReadReport.Dates decide(@Nullable DateOrder option) throws ImportRefused {
      if (option == null && named > 0 && (fitDay == named) != (fitMonth == named)) {
        var order = fitDay == named ? DateOrder.DMY : DateOrder.MDY;
        return new ReadReport.Dates(order, DateOrderBy.VALUE);
      }
      return dates.decide();
    }
  }

  private final @Nullable DateOrder option;
  private final Group full;
  private final Group parted;
  private final Group bare;
  private final List<Candidate> withinQuotes = new ArrayList<>();
  private final Set<Long> words = new HashSet<>();
  private boolean inQuotes;
  private boolean blankBefore = true;

  LineDays(@Nullable DateOrder option) {
    this.option = option;
    this.full = new Group(option);
    this.parted = new Group(option);
    this.bare = new Group(option);
  }

  /** Takes a line of the first pass. */
  void observe(String line, long number) {
    var afterBlank = blankBefore;
    blankBefore = line.isBlank();
    var head = LineHead.of(line);
    if (head != null && head.tabbed()) {
      withinQuotes.forEach(this::take);
      withinQuotes.clear();
      inQuotes = head.leavesQuoteOpen();
    } else if (looksLike(line)) {
      var candidate = new Candidate(line, number, afterBlank);
      if (!inQuotes) {
        take(candidate);
      } else if (withinQuotes.size() < MOST) {
        withinQuotes.add(candidate);
      }
    } else if (inQuotes && line.endsWith("\"") && LineHead.isOdd(line)) {
      withinQuotes.stream().filter(c -> words.size() < MOST).forEach(c -> words.add(c.number()));
      withinQuotes.clear();
      inQuotes = false;
    }
  }

  /** Ends the first pass: quotation marks that were never closed were none. */
  void end() {
    withinQuotes.forEach(this::take);
    withinQuotes.clear();
  }

  private void take(Candidate one) {
    if (full(one.line())) {
      full.observe(one);
      if (one.afterBlank()) {
        parted.observe(one);
      }
    } else if (one.afterBlank()) {
      bare.observe(one);
    }
  }

  /**
   * Whether a line begins a day and is no date that somebody typed: it names the day of the week
   * and stands apart as the others do, or, in a file where none does, nothing stands on the line
   * before.
   */
  boolean is(String line, long number, boolean afterBlank) {
    return looksLike(line)
        && !words.contains(number)
        && (full(line) ? afterBlank || !standApart() : afterBlank && full.count == 0);
  }

  private boolean standApart() {
    return parted.count * 2 > full.count;
  }

  private static boolean looksLike(String line) {
    return line.length() <= LONGEST && DAY.matcher(line.strip()).matches();
  }

  private static boolean full(String line) {
    return line.indexOf('(') > 0 || line.indexOf('（') > 0 || weekday(line) != null;
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

  /** The order of the file. */
  ReadReport.Dates decide() throws ImportRefused {
    var some = full.count == 0 ? bare : standApart() ? parted : full;
    return some.decide(option);
  }

  /** Says so where lines could be taken for days or for words. */
  void warn(Tally tally) {
    var few = full.count == 2 || parted.count > 1 ? Math.min(parted.count, full.count - 1) : 0;
    var unlike = standApart() ? full.count - parted.count : few;
    tally.warnIf(
        full.count > parted.count && unlike > 0,
        unlike
            + " lines look like the beginning of a day and stand otherwise than the rest; they were"
            + " taken for "
            + (standApart() ? "words" : "days"));
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
