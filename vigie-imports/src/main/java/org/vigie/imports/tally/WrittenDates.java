package org.vigie.imports.tally;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.DateOrder;
import org.vigie.imports.DateOrderBy;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.ReadReport;

/**
 * Dates written with numbers, whose order a first pass finds out: by a number that can be read in
 * one way only, else by the way time goes, else nobody knows and it is asked. Not for use by
 * several threads.
 */
public final class WrittenDates {

  private static final int CENTURY = 2000;

  /** What stands in a text: numbers in their order, and the half of the day. */
  private static final class Numbers {
    private final int[] value = new int[7];
    private final int[] width = new int[7];
    private int count;
    private int half; // 0 none, 1 before noon, 2 after
  }

  /** One order on trial. */
  private static final class Trial {
    private final DateOrder order;
    private long failed;
    private long back;
    private long forth;
    private @Nullable LocalDateTime before;

    private Trial(DateOrder order) {
      this.order = order;
    }

    private void add(@Nullable LocalDateTime time) {
      if (time == null) {
        failed++;
        return;
      }
      if (before != null) {
        back += time.isBefore(before) ? 1 : 0;
        forth += time.isAfter(before) ? 1 : 0;
      }
      before = time;
    }

    private boolean oneWay() {
      return back == 0 || forth == 0;
    }
  }

  private final @Nullable DateOrder option;
  private final List<Trial> trials = new ArrayList<>();
  private long seen;
  private long none;
  private @Nullable ImportRefused ambiguous;

  /** {@code option}: what a person said, or null. */
  public WrittenDates(@Nullable DateOrder option) {
    this.option = option;
    for (var order : DateOrder.values()) {
      trials.add(new Trial(order));
    }
  }

  /** Takes one date of the first pass. */
  public void observe(String text, long line) {
    seen++;
    var times = new ArrayList<@Nullable LocalDateTime>();
    for (var trial : trials) {
      times.add(parse(text, trial.order));
    }
    if (times.stream().allMatch(t -> t == null)) {
      none++;
      return;
    }
    for (var i = 0; i < trials.size(); i++) {
      trials.get(i).add(times.get(i));
    }
    var day = times.get(0);
    var month = times.get(1);
    if (ambiguous == null && day != null && month != null && !day.equals(month)) {
      ambiguous =
          new ImportRefused(
              "import.date-order-ambiguous",
              line,
              text.length() > 60 ? text.substring(0, 60) : text,
              day.toLocalDate() + " (dmy)",
              month.toLocalDate() + " (mdy)");
    }
  }

  /**
   * The order of the file.
   *
   * @throws ImportRefused when nothing decides, or no order fits
   */
  public ReadReport.Dates decide() throws ImportRefused {
    if (option != null) {
      var fits = trials.stream().anyMatch(t -> t.order == option && t.failed < seen - none);
      if (seen > none && !fits) {
        throw new ImportRefused("import.date-order-impossible", option.text());
      }
      return new ReadReport.Dates(option, DateOrderBy.OPTION);
    }
    var left = trials.stream().filter(t -> t.failed == 0).toList();
    if (left.isEmpty()) {
      throw new ImportRefused("import.date-order-impossible", "any");
    }
    if (left.size() == 1 || ambiguous == null) {
      return new ReadReport.Dates(left.getFirst().order, DateOrderBy.VALUE);
    }
    var oneWay = left.stream().filter(Trial::oneWay).toList();
    if (oneWay.size() == 1) {
      return new ReadReport.Dates(oneWay.getFirst().order, DateOrderBy.SEQUENCE);
    }
    throw ambiguous;
  }

  /** Whether the text holds a time of day to the second. */
  public static boolean hasSeconds(String text) {
    return numbers(text).count >= 6;
  }

  /**
   * The date and time in {@code text}, its numbers read in {@code order}; a year of four digits
   * settles its own place. Null when it is none.
   */
  public static @Nullable LocalDateTime parse(String text, DateOrder order) {
    var n = numbers(text);
    if (n.count < 3) {
      return null;
    }
    var yearFirst = n.width[0] == 4;
    if (yearFirst ? order != DateOrder.YMD : order == DateOrder.YMD && n.width[2] == 4) {
      return null;
    }
    var y = order == DateOrder.YMD ? 0 : 2;
    var m = order == DateOrder.MDY ? 0 : 1;
    var d = order == DateOrder.DMY ? 0 : order == DateOrder.MDY ? 1 : 2;
    if (n.width[m] > 2 || n.width[d] > 2 || (n.width[y] != 4 && n.width[y] != 2)) {
      return null;
    }
    var year = n.width[y] == 2 ? CENTURY + n.value[y] : n.value[y];
    try {
      return LocalDateTime.of(
          year,
          n.value[m],
          n.value[d],
          hour(n),
          n.count > 4 ? n.value[4] : 0,
          n.count > 5 ? Math.min(59, n.value[5]) : 0);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int hour(Numbers n) {
    var hour = n.count > 4 ? n.value[3] : 0;
    if (n.half == 1) {
      return hour == 12 ? 0 : hour;
    }
    return n.half == 2 && hour < 12 ? hour + 12 : hour;
  }

  private static Numbers numbers(String text) {
    var n = new Numbers();
    var inside = false;
    for (var i = 0; i < text.length() && i < 80; i++) {
      var digit = Character.digit(text.charAt(i), 10);
      if (digit < 0) {
        inside = false;
        continue;
      }
      if (!inside) {
        if (n.count == n.value.length) {
          break;
        }
        n.count++;
        inside = true;
      }
      if (n.width[n.count - 1] < 8) {
        n.value[n.count - 1] = n.value[n.count - 1] * 10 + digit;
        n.width[n.count - 1]++;
      }
    }
    n.half = half(text);
    return n;
  }

  private static int half(String text) {
    var bare = text.toLowerCase(Locale.ROOT).replace(".", "").replace("\u00A0", "");
    bare = bare.replace("\u202F", "").replace(" ", "");
    if (bare.contains("am") || bare.contains("上午") || bare.contains("午前") || bare.contains("오전")) {
      return 1;
    }
    return bare.contains("pm") || bare.contains("下午") || bare.contains("午後") || bare.contains("오후")
        ? 2
        : 0;
  }
}
