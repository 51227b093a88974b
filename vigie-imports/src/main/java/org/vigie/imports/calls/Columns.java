package org.vigie.imports.calls;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.sms.CallWords;
import org.vigie.imports.text.Csv;

/**
 * What the columns of call logs and the kinds of calls are called, from {@code columns.properties}.
 */
final class Columns {

  private static final Pattern BAR = Pattern.compile("|", Pattern.LITERAL);

  /**
   * Where the columns of one table are; -1 for none.
   *
   * @param number of the other side, or of who called where {@code called} is there, too
   * @param called whom they called
   * @param numbered whether a number in {@code type} is one of Android's
   */
  record Places(
      int number,
      int called,
      int name,
      int day,
      int time,
      int type,
      int duration,
      boolean numbered) {

    /** The date of a row, with the time of day when that stands in a column of its own. */
    String date(Csv row) {
      var first = row.value(day);
      var second = time == day ? null : row.value(time);
      return (first == null ? "" : first) + (second == null ? "" : " " + second);
    }
  }

  private final Map<String, Set<String>> columns = new HashMap<>();
  private final Map<String, String> ways = new HashMap<>();

  private Columns(Properties file) {
    for (var key : file.stringPropertyNames()) {
      var words = BAR.splitAsStream(file.getProperty(key)).toList();
      if (key.startsWith("way.")) {
        words.forEach(word -> ways.put(word, key.substring(4)));
      } else {
        columns.put(key, new HashSet<>(words));
      }
    }
  }

  static Columns load() {
    try (var in = Columns.class.getResourceAsStream("columns.properties")) {
      if (in == null) {
        throw new IllegalStateException("columns.properties is not in the jar");
      }
      var all = new Properties();
      all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new Columns(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a heading is that of a call log. */
  boolean fit(List<String> heading) {
    var places = in(heading);
    return places.number() >= 0
        && places.day() >= 0
        && places.duration() >= 0
        && heading.size() >= 3;
  }

  /** Where the columns are. */
  Places in(List<String> heading) {
    var type = find(heading, "type");
    return new Places(
        find(heading, "number"),
        find(heading, "called"),
        find(heading, "name"),
        find(heading, "date"),
        find(heading, "time"),
        type,
        find(heading, "duration"),
        type >= 0 && !columns.getOrDefault("direction", Set.of()).contains(heading.get(type)));
  }

  private int find(List<String> heading, String key) {
    var names = columns.getOrDefault(key, Set.of());
    for (var i = 0; i < heading.size(); i++) {
      if (names.contains(heading.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /**
   * What a kind of call is called everywhere; empty when no list knows it.
   *
   * @param numbered whether it may be one of Android's numbers
   */
  String way(@Nullable String type, boolean numbered) {
    if (type == null) {
      return "";
    }
    var byNumber = numbered ? CallWords.way(type) : "";
    return byNumber.isEmpty() ? ways.getOrDefault(type.toLowerCase(Locale.ROOT), "") : byNumber;
  }
}
