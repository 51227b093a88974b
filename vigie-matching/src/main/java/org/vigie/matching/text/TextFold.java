package org.vigie.matching.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.vigie.matching.identifier.Found;
import org.vigie.matching.identifier.Identifiers;

/**
 * Folds a text to its bare letters, so that case, width, accents, look-alike letters, spacing,
 * punctuation, emoji, invisible characters, digits in place of letters and stretched letters do not
 * part two copies of one script. Folding a folded text changes nothing.
 */
public final class TextFold {

  /** The rules and the tables they were filled from; kept with every sketch. */
  public static final int VERSION = 1;

  private static final FoldTable TABLE = new FoldTable();
  private static final int SQUEEZED = 3;

  /** Latin, Greek and Cyrillic end here: only among their letters do digits stand for letters. */
  private static final char ALPHABETS_END = '\u0530';

  private TextFold() {}

  /** The bare letters of {@code text}, with its links, addresses, handles and numbers cut out. */
  public static String fold(String text) {
    return letters(withoutIdentifiers(text, Identifiers.findIn(text, null)));
  }

  /** As {@link #fold(String)}, where the identifiers are known already. */
  public static String fold(String text, List<Found> identifiers) {
    return letters(withoutIdentifiers(text, identifiers));
  }

  /** The text with a space in place of every identifier. */
  static String withoutIdentifiers(String text, List<Found> identifiers) {
    if (identifiers.isEmpty()) {
      return text;
    }
    var left = new StringBuilder(text);
    for (var found : identifiers) {
      for (var i = found.start(); i < found.end(); i++) {
        left.setCharAt(i, ' ');
      }
    }
    return left.toString();
  }

  /** The bare letters of all of {@code text}. */
  static String letters(String text) {
    return squeezed(resolved(text, TABLE::of));
  }

  /** The letters that {@code table} makes of {@code text}, digits resolved, runs as they are. */
  static StringBuilder resolved(String text, IntFunction<String> table) {
    var letters = new StringBuilder(text.length());
    for (var word : words(text)) {
      appendWord(text, word, table, letters);
    }
    return letters;
  }

  private record Word(int start, int end) {}

  private static List<Word> words(String text) {
    var words = new ArrayList<Word>();
    var start = -1;
    for (var i = 0; i <= text.length(); i++) {
      var gap = i == text.length() || Character.isWhitespace(text.charAt(i));
      if (gap && start >= 0) {
        words.add(new Word(start, i));
        start = -1;
      } else if (!gap && start < 0) {
        start = i;
      }
    }
    return words;
  }

  private static void appendWord(
      String text, Word word, IntFunction<String> table, StringBuilder out) {
    var folded = new StringBuilder(word.end - word.start);
    var letters = 0;
    var digits = 0;
    for (var i = word.start; i < word.end; ) {
      var c = text.codePointAt(i);
      i += Character.charCount(c);
      var sign = signOf(c);
      if (sign != 0) {
        folded.append(sign);
        continue;
      }
      var plain = table.apply(c);
      folded.append(plain);
      for (var k = 0; k < plain.length(); k++) {
        if (isDigit(plain.charAt(k))) {
          digits++;
        } else {
          letters++;
        }
      }
    }
    appendResolved(folded, letters > digits && letters >= 2, out);
  }

  /** Signs that may stand for a letter, kept until the rest of the word is known. */
  private static char signOf(int c) {
    return switch (c) {
      case '@', 0xFF20 -> '@';
      case '$', 0xFF04 -> '$';
      case '!', 0xFF01 -> '!';
      case '|', 0xFF5C -> '|';
      default -> 0;
    };
  }

  private static void appendResolved(StringBuilder word, boolean leet, StringBuilder out) {
    for (var i = 0; i < word.length(); i++) {
      var c = word.charAt(i);
      if (isDigit(c)) {
        appendDigit(leet && besideLetter(word, i) ? letterFor(c) : FoldTable.DIGITS, out);
      } else if (c == '@' || c == '$' || c == '!' || c == '|') {
        var inside = i > 0 && i + 1 < word.length() && Character.isLetter(word.charAt(i + 1));
        if (leet && besideLetter(word, i) && (inside || c == '@' || c == '$')) {
          out.append(letterFor(c));
        }
      } else {
        appendDigit(c, out);
      }
    }
  }

  private static void appendDigit(char c, StringBuilder out) {
    var repeated =
        c == FoldTable.DIGITS && !out.isEmpty() && out.charAt(out.length() - 1) == FoldTable.DIGITS;
    if (!repeated) {
      out.append(c);
    }
  }

  /** Whether the run of digits and signs around {@code at} touches a letter they may stand for. */
  private static boolean besideLetter(StringBuilder word, int at) {
    var before = at - 1;
    while (before >= 0 && !Character.isLetter(word.charAt(before))) {
      before--;
    }
    var after = at + 1;
    while (after < word.length() && !Character.isLetter(word.charAt(after))) {
      after++;
    }
    return (before >= 0 && word.charAt(before) < ALPHABETS_END)
        || (after < word.length() && word.charAt(after) < ALPHABETS_END);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static char letterFor(char c) {
    return switch (c) {
      case '0' -> 'o';
      case '1', '!' -> 'i';
      case '2' -> 'z';
      case '3' -> 'e';
      case '4', '@' -> 'a';
      case '5', '$' -> 's';
      case '6', '9' -> 'g';
      case '7' -> 't';
      case '8' -> 'b';
      case '|' -> 'l';
      default -> c;
    };
  }

  /** Three and more of one letter become one: nobody's spelling, everybody's shouting. */
  static String squeezed(CharSequence letters) {
    var squeezed = new StringBuilder(letters.length());
    for (var i = 0; i < letters.length(); ) {
      var run = i + 1;
      while (run < letters.length() && letters.charAt(run) == letters.charAt(i)) {
        run++;
      }
      var count = run - i >= SQUEEZED ? 1 : run - i;
      for (var k = 0; k < count; k++) {
        squeezed.append(letters.charAt(i));
      }
      i = run;
    }
    return squeezed.toString();
  }
}
