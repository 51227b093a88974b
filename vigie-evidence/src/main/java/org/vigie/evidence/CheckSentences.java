package org.vigie.evidence;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of a check, in English or French. */
final class CheckSentences {

  private final ResourceBundle sentences;

  CheckSentences(Locale locale) {
    var language = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    sentences =
        ResourceBundle.getBundle(
            "org.vigie.evidence.check",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String line(CheckResult result) {
    var word =
        switch (result.outcome()) {
          case OK -> "ok      ";
          case FAILED -> "FAILED  ";
          case NOTE -> "note    ";
        };
    return word + sentence(result.key(), result.details().toArray(String[]::new));
  }

  String sentence(String key, String... details) {
    var shown = new Object[details.length];
    for (var i = 0; i < details.length; i++) {
      shown[i] = printable(details[i]);
    }
    return new MessageFormat(sentences.getString(key), Locale.ROOT).format(shown);
  }

  /**
   * Names in a forged package must neither move a terminal's cursor nor turn the line around, so
   * all but letters, digits, spaces and ASCII marks are spelled as code points.
   */
  private static String printable(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .limit(500)
        .forEach(c -> {
          if ((c >= ' ' && c < 127) || (c > 127 && Character.isLetterOrDigit(c))) {
            out.appendCodePoint(c);
          } else {
            out.append(String.format(Locale.ROOT, "\\u{%x}", c));
          }
        });
    return out.toString();
  }
}
