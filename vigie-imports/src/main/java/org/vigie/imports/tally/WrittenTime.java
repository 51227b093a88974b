package org.vigie.imports.tally;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.DateOrder;

/** What stands in the text of a date: numbers in their order, the half of the day, the zone. */
final class WrittenTime {

  private static final int LONGEST = 80;
  private static final int MOST = 7;
  private static final Pattern COMPACT =
      Pattern.compile(
          "((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:[T ]?(\\d{2}):?(\\d{2})(?::?(\\d{2}))?)?");
  private static final Pattern ZONED =
      Pattern.compile(
          "(.*\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,9})?(?: ?[AaPp]\\.?[Mm]\\.?)?) ?"
              + "(?:Z|UTC|GMT|(?:UTC|GMT)? ?([+-]\\d{1,2})(?::?(\\d{2}))?)");

  private static final Pattern BESIDE = Pattern.compile("[\\p{L}\\p{M}\\p{Cf}. \u00A0\u202F]*");

  /** What may stand beside a time of day and tells no half of it. */
  private static final Set<String> NO_HALF = Set.of("h", "hrs", "hours", "uhr", "น", "ч", "点", "分");

  private final int[] value = new int[MOST];
  private final int[] width = new int[MOST];
  private final int[] start = new int[MOST];
  private final int[] end = new int[MOST];
  private int count;
  private char era;
  private int eraPart = -1;
  private @Nullable DayHalf half;
  private @Nullable ZoneOffset offset;
  private boolean strange;
  private boolean yearSign;
  private boolean dotted;

  private WrittenTime() {}

  /** Reads {@code text}; of a long one the beginning. */
  static WrittenTime of(String text) {
    var time = new WrittenTime();
    var shown = text.substring(0, Math.min(LONGEST, text.length())).strip();
    var rest = time.zoned(shown);
    if (!time.compact(rest)) {
      time.numbers(rest);
      time.clockLast(rest);
      time.signs(rest);
      time.halves(rest);
    }
    return time;
  }

  /** Takes the distance from UTC off the end; it must not be taken for seconds. */
  private String zoned(String text) {
    var found = ZONED.matcher(text);
    if (!found.matches()) {
      return text;
    }
    try {
      var hours = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
      var minutes = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
      var negative = found.group(2) != null && found.group(2).startsWith("-");
      offset = ZoneOffset.ofHoursMinutes(hours, negative ? -minutes : minutes);
      return found.group(1);
    } catch (DateTimeException impossible) {
      return text;
    }
  }

  /** {@code 20260115180405}, {@code 20260115T1804}, {@code 20260115}. */
  private boolean compact(String text) {
    var found = COMPACT.matcher(text);
    if (!found.matches()) {
      return false;
    }
    for (var i = 0; i < found.groupCount() && found.group(i + 1) != null; i++) {
      value[i] = Integer.parseInt(found.group(i + 1));
      width[i] = found.group(i + 1).length();
      count++;
    }
    return true;
  }

  private void numbers(String text) {
    var inside = false;
    for (var i = 0; i < text.length(); i++) {
      var digit = Character.digit(text.charAt(i), 10);
      if (digit < 0) {
        inside = false;
        continue;
      }
      if (!inside) {
        if (count == MOST) {
          return;
        }
        start[count++] = i;
        inside = true;
      }
      end[count - 1] = i + 1;
      if (width[count - 1] < 8) {
        value[count - 1] = value[count - 1] * 10 + digit;
        width[count - 1]++;
      }
    }
  }

  /** Where the time of day stands first, the date is put before it. */
  private void clockLast(String text) {
    if (count < 5 || !joined(text, 0)) {
      return;
    }
    var clock = joined(text, 1) ? 3 : 2;
    for (var numbers : new int[][] {value, width, start, end}) {
      var before = numbers.clone();
      System.arraycopy(before, clock, numbers, 0, count - clock);
      System.arraycopy(before, 0, numbers, count - clock, clock);
    }
  }

  /** Whether nothing but a colon stands between two numbers. */
  private boolean joined(String text, int first) {
    return start[first + 1] == end[first] + 1 && text.charAt(end[first]) == ':';
  }

  /** What tells which number is the year, beside its digits. */
  private void signs(String text) {
    for (var part = 0; part < Math.min(3, count); part += 2) {
      if (width[part] <= 2) {
        era(text, start[part] - 1, part);
      }
    }
    var after = count < 3 || end[0] >= text.length() ? ' ' : text.charAt(end[0]);
    yearSign = after == '年' || after == '년';
    dotted = after == '.' && start[1] == end[0] + 1;
  }

  private void era(String text, int at, int part) {
    if (at < 0) {
      return;
    }
    var alone = at == 0 || !Character.isLetter(text.charAt(at - 1));
    var word = alone ? text.substring(at, at + 1) : text.substring(at - 1, at + 1);
    var letter =
        switch (word) {
          case "R", "令和" -> 'R';
          case "H", "平成" -> 'H';
          case "S", "昭和" -> 'S';
          default -> ' ';
        };
    if (letter != ' ') {
      era = letter;
      eraPart = part;
    }
  }

  private void halves(String text) {
    if (count < 5) {
      return;
    }
    half = before(text.substring(Math.min(end[2], start[3]), start[3]));
    var last = count > 5 && start[5] == end[4] + 1 ? 5 : 4;
    var to = end[last];
    while (to < text.length() && Character.digit(text.charAt(to), 10) < 0) {
      to++;
    }
    var after = after(text.substring(end[last], to));
    half = after == null ? half : after;
  }

  /** Between date and time short words mean many things: only what is clear counts. */
  private static @Nullable DayHalf before(String run) {
    var bare = DayHalf.bare(run);
    if (bare.isEmpty()) {
      return null;
    }
    for (var word : DayHalf.WORDS.entrySet()) {
      var known = word.getKey();
      var clear = known.equals("am") || known.equals("pm") || known.charAt(0) >= 0x80;
      if (clear && (bare.equals(known) || (known.length() > 1 && bare.endsWith(known)))) {
        return word.getValue();
      }
    }
    return null;
  }

  private @Nullable DayHalf after(String run) {
    var beside = BESIDE.matcher(run);
    var letters = beside.lookingAt() ? beside.group() : "";
    var whole = DayHalf.bare(letters);
    var first = DayHalf.bare(letters.strip().split(" ", 2)[0]);
    var known = DayHalf.WORDS.get(whole);
    known = known == null ? DayHalf.WORDS.get(first) : known;
    strange = known == null && !whole.isEmpty() && !NO_HALF.contains(first);
    return known;
  }

  /** Whether a time of day stands there, too. */
  boolean hasClock() {
    return count > 4;
  }

  /** Whether seconds stand there. */
  boolean hasSeconds() {
    return count > 5;
  }

  /** The distance from UTC, where it stands there. */
  @Nullable ZoneOffset offset() {
    return offset;
  }

  /** Whether the hour can be of either half of the day, and a word beside it tells nobody which. */
  boolean mayBeEitherHalf() {
    return strange && hasClock() && value[3] >= 1 && value[3] <= 12;
  }

  /** Whether the hour can be of a clock of 24 hours only. */
  boolean isOfWholeDay() {
    return hasClock() && half == null && (value[3] == 0 || value[3] > 12);
  }

  /**
   * Whether nobody writes so who means this order: years of two digits come first in a few places
   * only, and none of them writes {@code 26.01.15}.
   */
  boolean isUnusualIn(DateOrder order) {
    return order == DateOrder.YMD && width[0] == 2 && eraPart < 0 && dotted;
  }

  /**
   * The date and time, its numbers read in {@code order}; a year of four digits settles its own
   * place. Null when it is none. Without a time of day, its beginning.
   */
  @Nullable LocalDateTime read(DateOrder order) {
    if (count < 3) {
      return null;
    }
    var y = order == DateOrder.YMD ? 0 : 2;
    var m = order == DateOrder.MDY ? 0 : 1;
    var d = order == DateOrder.DMY ? 0 : order == DateOrder.MDY ? 1 : 2;
    var elsewhere = y == 0 ? width[2] == 4 : width[0] == 4;
    elsewhere = eraPart < 0 ? elsewhere || (yearSign && y != 0) : eraPart != y;
    if (width[m] > 2 || width[d] > 2 || elsewhere) {
      return null;
    }
    var day = day(y, value[m], value[d]);
    var time = hasClock() ? clock() : LocalTime.MIN;
    return day == null || time == null ? null : day.atTime(time);
  }

  private @Nullable LocalDate day(int y, int month, int day) {
    if (eraPart >= 0) {
      return Years.ofEra(era, value[y], month, day);
    }
    var possible = width[y] == 4 || width[y] == 2;
    return possible ? Years.day(value[y], width[y], month, day) : null;
  }

  private @Nullable LocalTime clock() {
    var hour = value[3];
    if (half == DayHalf.AM && hour > 12) {
      return null;
    }
    var second = hasSeconds() ? Math.min(59, value[5]) : 0;
    try {
      return LocalTime.of(half == null || hour > 12 ? hour : half.hour(hour), value[4], second);
    } catch (DateTimeException none) {
      return null;
    }
  }
}
