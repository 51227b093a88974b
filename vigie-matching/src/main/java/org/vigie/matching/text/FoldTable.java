package org.vigie.matching.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What each character folds to: letters only, case, width, marks and look-alikes gone. Made from
 * ICU's data; the version of ICU is therefore part of {@link TextFold#VERSION}.
 */
final class FoldTable {

  /** Stands for a run of digits: a letter without case that no text of ours is written with. */
  static final char DIGITS = '\uA78F';

  private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 DECOMPOSE = Normalizer2.getNFKDInstance();
  private static final SpoofChecker SKELETONS = new SpoofChecker.Builder().build();
  private static final Pattern SMALL_CAPITAL =
      Pattern.compile("LATIN LETTER SMALL CAPITAL ([A-Z])");
  private static final Pattern BOXED =
      Pattern.compile("NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER ([A-Z])");
  private static final int ROUNDS = 6;

  private FoldTable() {}

  /**
   * What {@code character} folds to: empty, or letters and ASCII digits. Folds until nothing
   * changes, so that folding twice is folding once.
   */
  static String fold(int character) {
    var text = Character.toString(character);
    for (var round = 0; round < ROUNDS; round++) {
      var next = new StringBuilder();
      text.codePoints().forEach(c -> foldOnce(c, next));
      if (next.toString().equals(text)) {
        break;
      }
      text = next.toString();
    }
    return text;
  }

  private static void foldOnce(int character, StringBuilder out) {
    if (character == DIGITS || (character >= 'a' && character <= 'z')) {
      out.appendCodePoint(character);
      return;
    }
    var plain = CASEFOLD.normalize(Character.toString(character));
    if (!isHangul(character)) {
      plain = DECOMPOSE.normalize(plain);
    }
    plain.codePoints().forEach(c -> foldDecomposed(c, out));
  }

  private static void foldDecomposed(int c, StringBuilder out) {
    var type = Character.getType(c);
    var script = UScript.getScript(c);
    switch (type) {
      case Character.DECIMAL_DIGIT_NUMBER -> out.append((char) ('0' + Character.digit(c, 10)));
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> {
        if (keepsMarks(script)) {
          out.appendCodePoint(c);
        }
      }
      case Character.MODIFIER_LETTER -> {
        if ((script != UScript.COMMON && script != UScript.INHERITED) || c == 0x30FC) {
          out.appendCodePoint(c);
        }
      }
      case Character.LOWERCASE_LETTER,
          Character.UPPERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.OTHER_LETTER,
          Character.LETTER_NUMBER ->
          out.append(lookAlike(c, script));
      case Character.OTHER_SYMBOL -> out.append(capitalNamed(c, BOXED));
      default -> {}
    }
  }

  private static boolean isHangul(int c) {
    return UScript.getScript(c) == UScript.HANGUL;
  }

  /** Whether marks of the script are vowels that carry the word. */
  private static boolean keepsMarks(int script) {
    return switch (script) {
      case UScript.LATIN,
          UScript.GREEK,
          UScript.CYRILLIC,
          UScript.ARABIC,
          UScript.HEBREW,
          UScript.SYRIAC,
          UScript.COMMON,
          UScript.INHERITED ->
          false;
      default -> true;
    };
  }

  private static String lookAlike(int c, int script) {
    if (script == UScript.ARABIC) {
      return arabic(c);
    }
    if (c == 'æ') {
      return "ae";
    }
    if (c == 'œ') {
      return "oe";
    }
    if (!UCharacter.hasBinaryProperty(c, UProperty.LOWERCASE)
        && !UCharacter.hasBinaryProperty(c, UProperty.UPPERCASE)
        && !isLikeLatin(script)) {
      return Character.toString(c);
    }
    var named = capitalNamed(c, SMALL_CAPITAL);
    if (!named.isEmpty()) {
      return named;
    }
    var shape = shape(c);
    if (isPlain(shape)) {
      return shape;
    }
    // No small Latin letter looks like \u043A, but its capital looks like that of k
    var capital = SKELETONS.getSkeleton(Character.toString(UCharacter.toUpperCase(c)));
    var large = capital.length() == 1 ? capital.charAt(0) : ' ';
    return large >= 'A' && large <= 'Z'
        ? Character.toString(large - 'A' + 'a')
        : Character.toString(c);
  }

  /** What Unicode calls confusable with {@code c} (UTS 39 §4), without its marks. */
  private static String shape(int c) {
    var skeleton = new StringBuilder();
    DECOMPOSE
        .normalize(SKELETONS.getSkeleton(Character.toString(c)))
        .codePoints()
        .filter(s -> Character.getType(s) != Character.NON_SPACING_MARK)
        .forEach(s -> skeleton.appendCodePoint(Character.toLowerCase(s)));
    return skeleton.toString().replace("rn", "m");
  }

  private static boolean isPlain(String shape) {
    return shape.length() == 1 && shape.charAt(0) >= 'a' && shape.charAt(0) <= 'z';
  }

  /** The one letter that ends the name of {@code c} after {@code start}, or nothing. */
  private static String capitalNamed(int c, Pattern start) {
    var name = UCharacter.getName(c);
    var found = name == null ? null : start.matcher(name);
    return found != null && found.matches() ? found.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private static boolean isLikeLatin(int script) {
    return switch (script) {
      case UScript.LATIN, UScript.GREEK, UScript.CYRILLIC, UScript.CHEROKEE, UScript.LISU -> true;
      default -> false;
    };
  }

  /** Letters of the Arabic script that keyboards of different countries exchange. */
  private static String arabic(int c) {
    return switch (c) {
      case 0x0640 -> "";
      case 0x0622, 0x0623, 0x0625, 0x0671 -> "\u0627";
      case 0x064A, 0x0649, 0x06CC, 0x06D2, 0x0626, 0x06D0 -> "\u06CC";
      case 0x0643, 0x06AA, 0x06AC -> "\u06A9";
      case 0x0629, 0x06C1, 0x06BE, 0x06C0, 0x06C3, 0x06D5 -> "\u0647";
      case 0x0621 -> "";
      default -> Character.toString(c);
    };
  }
}
