package org.vigie.imports.tally;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** A part of the day and how it turns an hour of the twelve-hour clock. */
public enum DayHalf {
  /** Before noon. */
  AM,
  /** After noon. */
  PM,
  /** Noon, when eleven is before and one after it. */
  NOON,
  /** Evening and night, when twelve is midnight and one to four are after it. */
  NIGHT;

  private static final int MORNING = 5;
  private static final Pattern BAR = Pattern.compile("|", Pattern.LITERAL);

  /** The words for them in any language, as {@link #bare} leaves them. */
  public static final Map<String, DayHalf> WORDS = load();

  /** The hour of the day that {@code written}, 0 to 12, means in this part of it. */
  public int hour(int written) {
    return switch (this) {
      case AM -> written % 12;
      case PM -> written % 12 + 12;
      case NOON -> written >= 10 && written <= 12 ? written : written % 12 + 12;
      case NIGHT -> written % 12 < MORNING ? written % 12 : written + 12;
    };
  }

  /** Lower case, without spaces, dots, commas and marks. */
  public static String bare(String text) {
    var kept = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> !dropped(c))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean dropped(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || c == '.'
        || c == ','
        || c == '\u060C'
        || c == '\u3001'
        || c == '\uFF0C';
  }

  private static Map<String, DayHalf> load() {
    try (var in = DayHalf.class.getResourceAsStream("clock.properties")) {
      if (in == null) {
        throw new IllegalStateException("clock.properties is not in the jar");
      }
      var file = new Properties();
      file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      var all = new HashMap<String, DayHalf>();
      for (var half : values()) {
        var words = file.getProperty(half.name().toLowerCase(Locale.ROOT), "");
        BAR.splitAsStream(words).forEach(word -> all.put(bare(word), half));
      }
      return Map.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
