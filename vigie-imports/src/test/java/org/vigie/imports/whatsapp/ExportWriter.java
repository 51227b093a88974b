package org.vigie.imports.whatsapp;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.vigie.imports.DateOrder;

/**
 * Writes exports as phones in many countries do.
 *
 * @param name where it is seen
 * @param order of the date
 * @param date a pattern of d, M, yyyy or yy with what stands between
 * @param between what stands between date and time
 * @param time a pattern of H or h, m, s and a
 * @param am the word for a, before noon
 * @param pm the word for a, after noon
 * @param zero the first of ten digits
 * @param ios brackets and direction marks
 * @param lineEnd after each message
 */
record ExportWriter(
    String name,
    DateOrder order,
    String date,
    String between,
    String time,
    String am,
    String pm,
    char zero,
    boolean ios,
    String lineEnd) {

  private static ExportWriter android(
      String name, DateOrder order, String date, String between, String time) {
    return new ExportWriter(name, order, date, between, time, "AM", "PM", '0', false, "\n");
  }

  private ExportWriter halves(String before, String after) {
    return new ExportWriter(name, order, date, between, time, before, after, zero, ios, lineEnd);
  }

  private ExportWriter digits(char first) {
    return new ExportWriter(name, order, date, between, time, am, pm, first, ios, lineEnd);
  }

  private ExportWriter onIos() {
    return new ExportWriter(name, order, date, between, time, am, pm, zero, true, "\r\n");
  }

  static final List<ExportWriter> ALL =
      List.of(
          android("en-GB", DateOrder.DMY, "dd/MM/yyyy", ", ", "HH:mm"),
          android("en-US", DateOrder.MDY, "M/d/yy", ", ", "h:mm\u202Fa"),
          android("en-US old", DateOrder.MDY, "M/d/yy", ", ", "h:mm a"),
          android("en-IN", DateOrder.DMY, "dd/MM/yy", ", ", "h:mm\u00A0a").halves("am", "pm"),
          android("fr-FR", DateOrder.DMY, "dd/MM/yyyy", " à ", "HH:mm"),
          android("fr-CA", DateOrder.YMD, "yyyy-MM-dd", ", ", "HH 'h' mm"),
          android("de-DE", DateOrder.DMY, "dd.MM.yy", ", ", "HH:mm"),
          android("ru-RU", DateOrder.DMY, "dd.MM.yyyy", ", ", "HH:mm"),
          android("tr-TR", DateOrder.DMY, "d.MM.yyyy", " ", "HH:mm"),
          android("fi-FI", DateOrder.DMY, "d.M.yyyy", " klo ", "H.mm"),
          android("hr-HR", DateOrder.DMY, "dd. MM. yyyy.", " ", "HH:mm"),
          android("es-MX", DateOrder.DMY, "dd/MM/yy", ", ", "h:mm a").halves("a. m.", "p. m."),
          android("zh-CN", DateOrder.YMD, "yyyy/M/d", " ", "ah:mm").halves("上午", "下午"),
          android("ko-KR", DateOrder.YMD, "yyyy. M. d.", " ", "a h:mm").halves("오전", "오후"),
          android("ja-JP", DateOrder.YMD, "yyyy/MM/dd", " ", "HH:mm"),
          android("sv-SE", DateOrder.YMD, "yyyy-MM-dd", " ", "HH:mm"),
          android("ar-EG", DateOrder.DMY, "d\u200F/M\u200F/yyyy", "، ", "h:mm a")
              .halves("ص", "م")
              .digits('٠'),
          android("fa-IR", DateOrder.YMD, "yyyy/M/d", "،\u200F ", "H:mm").digits('۰'),
          android("ur-PK", DateOrder.DMY, "d/M/yyyy", "، ", "h:mm a"),
          android("en-GB iOS", DateOrder.DMY, "dd/MM/yyyy", ", ", "HH:mm:ss").onIos(),
          android("en-US iOS", DateOrder.MDY, "M/d/yy", ", ", "h:mm:ss\u202Fa").onIos(),
          android("fr-FR iOS", DateOrder.DMY, "dd/MM/yyyy", " ", "HH:mm:ss").onIos(),
          android("de-DE iOS", DateOrder.DMY, "dd.MM.yy", ", ", "HH:mm:ss").onIos(),
          android("tr-TR iOS", DateOrder.DMY, "d.MM.yyyy", " ", "HH:mm:ss").onIos(),
          android("zh-CN iOS", DateOrder.YMD, "yyyy/M/d", " ", "ah:mm:ss")
              .halves("上午", "下午")
              .onIos(),
          android("ar-SA iOS", DateOrder.DMY, "d\u200F/M\u200F/yyyy", "، ", "h:mm:ss\u202Fa")
              .halves("ص", "م")
              .digits('٠')
              .onIos(),
          android("fa-IR iOS", DateOrder.YMD, "yyyy/M/d", ", ", "h:mm:ss a")
              .halves("ق.ظ.", "ب.ظ.")
              .digits('۰')
              .onIos());

  /** The head of a message, as far as the name. */
  String head(LocalDateTime at) {
    var stamp = digitsOf(filled(date, at) + between + filled(time, at));
    return ios ? "[" + stamp + "] " : stamp + " - ";
  }

  private String digitsOf(String ascii) {
    return ascii
        .chars()
        .map(c -> c >= '0' && c <= '9' ? zero + c - '0' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private String filled(String pattern, LocalDateTime at) {
    var hour = at.getHour() % 12 == 0 ? 12 : at.getHour() % 12;
    return pattern
        .replace("'h'", "\u0001")
        .replace("yyyy", Integer.toString(at.getYear()))
        .replace("yy", two(at.getYear() % 100))
        .replace("MM", two(at.getMonthValue()))
        .replace("M", Integer.toString(at.getMonthValue()))
        .replace("dd", two(at.getDayOfMonth()))
        .replace("d", Integer.toString(at.getDayOfMonth()))
        .replace("HH", two(at.getHour()))
        .replace("H", Integer.toString(at.getHour()))
        .replace("mm", two(at.getMinute()))
        .replace("ss", two(at.getSecond()))
        .replace("h", Integer.toString(hour))
        .replace("a", at.getHour() < 12 ? am : pm)
        .replace("\u0001", "h");
  }

  private static String two(int value) {
    return String.format(Locale.ROOT, "%02d", value);
  }

  @Override
  public String toString() {
    return name;
  }
}
