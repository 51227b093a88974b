package org.vigie.node.demo.story;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vigie.kernel.Language;
import org.vigie.kernel.PartialDate;
import org.vigie.kernel.SuppressForbidden;

/**
 * Days counted from today. {@code -41} is a day, {@code -41 18:04} a minute, {@code month -14} a
 * month, {@code year -9} a year; a leading {@code ~} marks an estimate. In a text, {@code {day+97}}
 * stands for the day written out.
 *
 * @param today the day to count from
 */
@SuppressForbidden(reason = "the formatter gets its locale in the same breath")
record StoryDates(LocalDate today) {

  private static final Pattern WRITTEN_OUT = Pattern.compile("\\{day([+-]\\d+)}");

  PartialDate date(String token) {
    if (token.startsWith("~")) {
      return new PartialDate("~" + date(token.substring(1)));
    }
    var parts = token.split(" ", 2);
    return switch (parts[0]) {
      case "year" -> new PartialDate(today.plusYears(number(parts[1])).toString().substring(0, 4));
      case "month" ->
          new PartialDate(YearMonth.from(today).plusMonths(number(parts[1])).toString());
      default ->
          new PartialDate(parts.length == 1 ? day(parts[0]).toString() : minute(token).toString());
    };
  }

  LocalDateTime minute(String token) {
    var parts = token.split(" ", 2);
    return day(parts[0]).atTime(LocalTime.parse(parts[1]));
  }

  String writtenOut(String text, Language language) {
    var format =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(Locale.forLanguageTag(language == Language.EN ? "en-GB" : language.tag()));
    return WRITTEN_OUT
        .matcher(text)
        .replaceAll(found -> today.plusDays(number(found.group(1))).format(format));
  }

  private LocalDate day(String token) {
    return today.plusDays(number(token));
  }

  private static int number(String token) {
    return Integer.parseInt(token);
  }
}
