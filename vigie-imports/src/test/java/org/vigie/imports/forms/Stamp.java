package org.vigie.imports.forms;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.vigie.imports.DateOrder;

/**
 * How phones in one place write date and time.
 *
 * @param name where it is seen
 * @param order of the date
 * @param date a pattern of d, dd, M, MM, yyyy or yy with what stands between
 * @param between what stands between date and time
 * @param whole the clock of 24 hours, of H, HH, mm
 * @param half the clock of 12 hours, of h, mm and a
 * @param am the word for a, before noon
 * @param pm the word for a, after noon
 * @param zero the first of ten digits
 * @param calendar how days are counted
 */
record Stamp(
    String name,
    DateOrder order,
    String date,
    String between,
    String whole,
    String half,
    String am,
    String pm,
    char zero,
    Calendar calendar) {

  private static Stamp of(String name, DateOrder order, String date, String between) {
    return new Stamp(
        name, order, date, between, "HH:mm", "h:mm a", "AM", "PM", '0', Calendar.GREGORIAN);
  }

  private Stamp clock(String hours, String halves) {
    return new Stamp(name, order, date, between, hours, halves, am, pm, zero, calendar);
  }

  private Stamp words(String before, String after) {
    return new Stamp(name, order, date, between, whole, half, before, after, zero, calendar);
  }

  private Stamp counted(char first, Calendar by) {
    return new Stamp(name, order, date, between, whole, half, am, pm, first, by);
  }

  /** Every form of date that has been seen, each with both clocks. */
  static final List<Stamp> ALL =
      List.of(
          of("american", DateOrder.MDY, "M/d/yy", ", "),
          of("american-narrow", DateOrder.MDY, "M/d/yy", ", ").clock("HH:mm", "h:mm\u202Fa"),
          of("british", DateOrder.DMY, "dd/MM/yyyy", ", ").words("am", "pm"),
          of("indian", DateOrder.DMY, "dd/MM/yy", ", ").clock("HH:mm", "h:mm\u00A0a"),
          of("mexican", DateOrder.DMY, "dd/MM/yy", ", ").words("a. m.", "p. m."),
          of("spanish", DateOrder.DMY, "d/M/yy", " ").words("a.m.", "p.m."),
          of("french", DateOrder.DMY, "dd/MM/yyyy", " à "),
          of("german", DateOrder.DMY, "dd.MM.yy", ", "),
          of("dotted", DateOrder.DMY, "dd.MM.yy", " ").clock("HH.mm", "h.mm a"),
          of("dutch", DateOrder.DMY, "dd-MM-yyyy", " "),
          of("finnish", DateOrder.DMY, "d.M.yyyy", " klo ").clock("H.mm", "h.mm a"),
          of("croatian", DateOrder.DMY, "dd. MM. yyyy.", " "),
          of("russian", DateOrder.DMY, "dd.MM.yyyy", ", ").words("ДП", "ПП"),
          of("turkish", DateOrder.DMY, "d.MM.yyyy", " ").clock("HH:mm", "a h:mm").words("ÖÖ", "ÖS"),
          of("swedish", DateOrder.YMD, "yyyy-MM-dd", " "),
          of("slashed", DateOrder.YMD, "yyyy/MM/dd", ", "),
          of("chinese", DateOrder.YMD, "yyyy/M/d", " ").clock("HH:mm", "ah:mm").words("上午", "下午"),
          of("chinese-signs", DateOrder.YMD, "yyyy年M月d日", " ")
              .clock("HH:mm", "ah:mm")
              .words("上午", "下午"),
          of("korean", DateOrder.YMD, "yyyy. M. d.", " ")
              .clock("HH:mm", "a h:mm")
              .words("오전", "오후"),
          of("japanese", DateOrder.YMD, "yyyy/MM/dd", " ").clock("H:mm", "ah:mm").words("午前", "午後"),
          of("japanese-era", DateOrder.MDY, "M/d/Ryyyy", " ").counted('0', Calendar.REIWA),
          of("japanese-era-first", DateOrder.YMD, "Ryyyy/M/d", " ").counted('0', Calendar.REIWA),
          of("buddhist", DateOrder.DMY, "d/M/yyyy", ", ").counted('0', Calendar.BUDDHIST),
          of("buddhist-era", DateOrder.DMY, "d/M/yyyy BE", ", ").counted('0', Calendar.BUDDHIST),
          of("arabic", DateOrder.DMY, "d\u200F/M\u200F/yyyy", "، ")
              .clock("H:mm", "h:mm\u00A0a")
              .words("ص", "م")
              .counted('٠', Calendar.GREGORIAN),
          of("islamic", DateOrder.DMY, "d\u200F/M\u200F/yyyy", "، ")
              .words("ص", "م")
              .counted('٠', Calendar.ISLAMIC),
          of("persian", DateOrder.YMD, "yyyy/M/d", "،\u200F ")
              .clock("H:mm", "h:mm a")
              .words("ق.ظ.", "ب.ظ.")
              .counted('۰', Calendar.PERSIAN),
          of("persian-gregorian", DateOrder.YMD, "yyyy/M/d", "، ")
              .words("ق.ظ.", "ب.ظ.")
              .counted('۰', Calendar.GREGORIAN),
          of("urdu", DateOrder.DMY, "d/M/yyyy", "، "));

  /** Date and time. */
  String write(LocalDateTime at, boolean halves, boolean seconds) {
    var clock = halves ? half : whole;
    var sign = clock.contains(".") ? ".ss" : ":ss";
    var time = seconds ? clock.replace("mm", "mm" + sign) : clock;
    return digits(day(at) + between + time(time, at));
  }

  private String day(LocalDateTime at) {
    var n = calendar.of(at.toLocalDate());
    return date.replace("yyyy", Integer.toString(n[0]))
        .replace("yy", two(n[0] % 100))
        .replace("MM", two(n[1]))
        .replace("M", Integer.toString(n[1]))
        .replace("dd", two(n[2]))
        .replace("d", Integer.toString(n[2]));
  }

  private String time(String pattern, LocalDateTime at) {
    var hour = at.getHour() % 12 == 0 ? 12 : at.getHour() % 12;
    return pattern
        .replace("HH", two(at.getHour()))
        .replace("H", Integer.toString(at.getHour()))
        .replace("mm", two(at.getMinute()))
        .replace("ss", two(at.getSecond()))
        .replace("h", Integer.toString(hour))
        .replace("a", at.getHour() < 12 ? am : pm);
  }

  private String digits(String ascii) {
    return ascii
        .chars()
        .map(c -> c >= '0' && c <= '9' ? zero + c - '0' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String two(int value) {
    return String.format(Locale.ROOT, "%02d", value);
  }
}
