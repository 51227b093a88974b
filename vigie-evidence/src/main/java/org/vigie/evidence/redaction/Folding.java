package org.vigie.evidence.redaction;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings different writings of the same together: case, compatibility forms, composed and
 * decomposed letters, accents, digits of any script, invisible characters.
 */
final class Folding {

  /** For each character of the basic plane what it becomes. */
  private static final String[] FOLDED = new String[0x10000];

  private Folding() {}

  /** What stays of {@code text}; spaces of any kind become one U+0020 each. */
  static String fold(CharSequence text) {
    var out = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c < 0x80) {
        out.append(ascii(c));
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(folded(Character.toCodePoint(c, text.charAt(++i))));
      } else {
        var known = FOLDED[c];
        if (known == null) {
          known = folded(c);
          FOLDED[c] = known;
        }
        out.append(known);
      }
    }
    return out.toString();
  }

  private static char ascii(char c) {
    if (c >= 'A' && c <= 'Z') {
      return (char) (c + 32);
    }
    return c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  }

  private static String folded(int c) {
    if (Character.getType(c) == Character.SURROGATE) {
      return "";
    }
    var out = new StringBuilder();
    var decomposed = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    var lower = decomposed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    Normalizer.normalize(lower, Normalizer.Form.NFKD).codePoints().forEach(d -> keep(d, out));
    return out.toString();
  }

  private static void keep(int c, StringBuilder out) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      out.append(' ');
    } else if (Character.digit(c, 10) >= 0 && c > 0x7F && Character.isDigit(c)) {
      out.append((char) ('0' + Character.digit(c, 10)));
    } else if (c == 'ς') {
      out.append('σ');
    } else if (!dropped(c)) {
      out.appendCodePoint(c);
    }
  }

  /** Invisible characters, and accents where a name without them is the same name. */
  private static boolean dropped(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT -> true;
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
          // In Tibetan and the scripts of India the marks are the vowels.
          Character.UnicodeScript.of(c) == Character.UnicodeScript.INHERITED
              || Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC
              || Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC
              || Character.UnicodeScript.of(c) == Character.UnicodeScript.HEBREW;
      default -> c == 0x00AD || c == 0x0640;
    };
  }

  /** {@code folded} without its spaces. */
  static String squeezed(String folded) {
    if (folded.indexOf(' ') < 0) {
      return folded;
    }
    var out = new StringBuilder(folded.length());
    for (var i = 0; i < folded.length(); i++) {
      if (folded.charAt(i) != ' ') {
        out.append(folded.charAt(i));
      }
    }
    return out.toString();
  }

  /**
   * The digits of {@code folded}; what may stand between the digits of one number is left out,
   * anything else becomes one space.
   */
  static String digits(String folded) {
    var out = new StringBuilder();
    var gap = 0;
    for (var i = 0; i < folded.length(); i++) {
      var c = folded.charAt(i);
      if (c >= '0' && c <= '9') {
        out.append(c);
        gap = 0;
      } else if (!separates(c) || ++gap > 3) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      }
    }
    return out.toString();
  }

  private static boolean separates(char c) {
    return switch (c) {
      case ' ', '-', '.', '(', ')', '/', '+', '_', '\u00B7', '\u2022' -> true;
      default -> c >= '\u2010' && c <= '\u2015';
    };
  }
}
