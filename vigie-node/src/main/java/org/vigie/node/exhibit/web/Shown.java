package org.vigie.node.exhibit.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.kernel.PartialDate;
import org.vigie.node.exhibit.LineSpan;
import org.vigie.node.shell.Frame;

/** How sizes, numbers, times and hashes are written on these pages. */
public final class Shown {

  private static final int GROUP = 8;
  private static final long KILO = 1000;

  private Shown() {}

  /** A whole number with its thousands apart. */
  public static String number(Frame frame, long number) {
    return NumberFormat.getIntegerInstance(locale(frame)).format(number);
  }

  /** A line or several, with their thousands apart. */
  public static String span(Frame frame, LineSpan span) {
    var first = number(frame, span.first());
    return span.first() == span.last() ? first : first + "–" + number(frame, span.last());
  }

  /** A size in bytes, kilobytes or megabytes. */
  public static String size(Frame frame, long bytes) {
    if (bytes < KILO) {
      return frame.t("exhibit.size.bytes", number(frame, bytes));
    } else if (bytes < KILO * KILO) {
      return frame.t("exhibit.size.kilobytes", number(frame, (bytes + 500) / KILO));
    }
    var large = bytes >= KILO * KILO * KILO;
    var format = NumberFormat.getNumberInstance(locale(frame));
    format.setMaximumFractionDigits(1);
    return large
        ? frame.t("exhibit.size.gigabytes", format.format(bytes / 1e9))
        : frame.t("exhibit.size.megabytes", format.format(bytes / 1e6));
  }

  /** Milliseconds, as the cage tells them, in seconds. */
  public static String seconds(Frame frame, String millis) {
    return millis.matches("\\d{1,15}") ? number(frame, (Long.parseLong(millis) + 500) / KILO) : "";
  }

  /** A moment to the minute, in the time the house writes down (UTC). */
  public static String moment(Frame frame, Instant at) {
    var minute = at.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC).toLocalDateTime();
    return frame.t("exhibit.utc", frame.date(new PartialDate(minute.toString())));
  }

  /** A hexadecimal text in groups of eight, which copy as one. */
  public static List<String> groups(String hex) {
    var groups = new ArrayList<String>();
    for (var at = 0; at < hex.length(); at += GROUP) {
      groups.add(hex.substring(at, Math.min(hex.length(), at + GROUP)));
    }
    return groups;
  }

  private static Locale locale(Frame frame) {
    return Locale.forLanguageTag(frame.language().tag());
  }
}
