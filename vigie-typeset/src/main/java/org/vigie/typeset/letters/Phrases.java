package org.vigie.typeset.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Locale;
import java.util.ResourceBundle;
import org.vigie.kernel.Language;
import org.vigie.kernel.PartialDate;
import org.vigie.typeset.Block;
import org.vigie.typeset.Run;
import org.vigie.typeset.Text;

/** The sentences of one kind of document in one language. */
final class Phrases {

  private final ResourceBundle own;
  private final ResourceBundle shared;
  private final Language language;
  private final Locale locale;

  Phrases(String name, Language language) {
    this.language = language == Language.FR ? Language.FR : Language.EN;
    this.locale = Locale.forLanguageTag(this.language.tag());
    this.own = bundle(name, locale);
    this.shared = bundle("shared", locale);
  }

  private static ResourceBundle bundle(String name, Locale locale) {
    return ResourceBundle.getBundle(
        "org.vigie.typeset.letters." + name,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private String sentence(String key) {
    return own.containsKey(key) ? own.getString(key) : shared.getString(key);
  }

  Language language() {
    return language;
  }

  /** The sentence under {@code key}, its places filled with {@code words}. */
  String say(String key, Object... words) {
    var filled = sentence(key);
    for (var i = 0; i < words.length; i++) {
      filled = filled.replace("{" + i + "}", words[i].toString());
    }
    return filled;
  }

  /** The same, what fills it keeping its own language and direction. */
  Text text(String key, Run... words) {
    var runs = new ArrayList<Run>();
    var sentence = sentence(key);
    var from = 0;
    for (var at = sentence.indexOf('{'); at >= 0; at = sentence.indexOf('{', from)) {
      if (at > from) {
        runs.add(Run.of(sentence.substring(from, at)));
      }
      runs.add(words[sentence.charAt(at + 1) - '0']);
      from = at + 3;
    }
    if (from < sentence.length()) {
      runs.add(Run.of(sentence.substring(from)));
    }
    return Text.of(language, runs.toArray(Run[]::new));
  }

  /** What people wrote, in the document's language. */
  Text plain(String words) {
    return Text.of(language, words);
  }

  Block.Pair pair(String key, Text value) {
    return new Block.Pair(text(key), value);
  }

  String day(Instant at) {
    return inWords(LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /** Day and minute, in universal time. */
  String minute(Instant at) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
        .format(at.atZone(ZoneOffset.UTC));
  }

  /** As precise as it is known, and no more. */
  String date(PartialDate date) {
    var text = date.text().replace("~", "");
    var words =
        switch (date.precision()) {
          case "year" -> text;
          case "month" -> DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(date.earliest());
          case "day" -> inWords(date.earliest());
          default -> say("date.minute", inWords(date.earliest()), text.substring(11));
        };
    return date.estimated() ? say("date.about", words) : words;
  }

  private String inWords(LocalDate day) {
    return DateTimeFormatter.ofPattern(
            DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.LONG, null, IsoChronology.INSTANCE, locale),
            locale)
        .format(day);
  }
}
