package org.vigie.node.picture;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.vigie.kernel.Language;
import org.vigie.kernel.SuppressForbidden;

/** The pictures' own words: French for French, English for every other language. */
@SuppressForbidden(reason = "the formatter gets its locale in the same breath")
final class PictureWords {

  private static final Properties ENGLISH = load("en");
  private static final Properties FRENCH = load("fr");

  private final Properties words;
  private final Locale locale;

  private PictureWords(Properties words, Locale locale) {
    this.words = words;
    this.locale = locale;
  }

  static PictureWords in(Language language) {
    return language == Language.FR
        ? new PictureWords(FRENCH, Locale.FRANCE)
        : new PictureWords(ENGLISH, Locale.UK);
  }

  String say(String key, Object... arguments) {
    var pattern = Objects.requireNonNull(words.getProperty(key), key);
    return new MessageFormat(pattern, locale).format(arguments);
  }

  String day(LocalDate day) {
    return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
  }

  /** The day for an axis. */
  String shortDay(LocalDate day) {
    return day.format(DateTimeFormatter.ofPattern("d MMM yyyy", locale));
  }

  /** The month for an axis; with the year in January and where the axis begins. */
  String month(YearMonth month, boolean withYear) {
    return month.format(DateTimeFormatter.ofPattern(withYear ? "LLL yyyy" : "LLL", locale));
  }

  private static Properties load(String language) {
    var properties = new Properties();
    var name = "/messages/picture_" + language + ".properties";
    try (var in = Objects.requireNonNull(PictureWords.class.getResourceAsStream(name), name);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
