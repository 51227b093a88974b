package org.vigie.matching.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.List;

/** What has to be known of each character of a text, looked up once when the class is loaded. */
final class CharKinds {

  private static final int SPACE = 1;
  private static final int LEET = 2;
  private static final int SIGN = 4;
  private static final int COMPOSED = 8;
  private static final int WRITING = 4;

  /** Value of ICU's property NFC_Quick_Check for characters that normalising leaves alone. */
  private static final int QUICK_CHECK_YES = 1;

  /** The number of {@link Writing#OTHER}, greater than those of single scripts. */
  static final int OTHER = 4;

  private static final byte[] KINDS = new byte[0x10000];
  private static final List<Writing> WRITINGS =
      List.of(Writing.LATIN, Writing.CYRILLIC, Writing.ARABIC, Writing.HAN, Writing.OTHER);

  static {
    for (var c = 0; c < KINDS.length; c++) {
      KINDS[c] = (byte) kind(c);
    }
  }

  private CharKinds() {}

  private static int kind(int c) {
    var script = UScript.getScript(c);
    var kind = (Character.isWhitespace(c) ? SPACE : 0) | (leet(c) != 0 ? LEET : 0);
    kind |= isSignScript(script) || c == 0x30FC ? SIGN : 0;
    kind |= staysInNfc(c) ? COMPOSED : 0;
    return Character.isLetter(c) ? kind | (numberOf(script) + 1) << WRITING : kind;
  }

  private static boolean staysInNfc(int c) {
    return !Character.isSurrogate((char) c)
        && UCharacter.getIntPropertyValue(c, UProperty.NFC_QUICK_CHECK) == QUICK_CHECK_YES
        && UCharacter.getCombiningClass(c) == 0;
  }

  static boolean isSpace(char c) {
    return (KINDS[c] & SPACE) != 0;
  }

  /** Whether the character may stand for a letter, such as {@code @} for an a. */
  static boolean isLeet(char c) {
    return (KINDS[c] & LEET) != 0;
  }

  /** Signs that may stand for a letter, kept until the rest of the word is known; else 0. */
  static char leet(int c) {
    return switch (c) {
      case '@', 0xFF20 -> '@';
      case '$', 0xFF04 -> '$';
      case '!', 0xFF01 -> '!';
      case '|', 0xFF5C -> '|';
      default -> 0;
    };
  }

  /** Whether the character is a word or a syllable by itself. */
  static boolean isSign(int c) {
    return c < KINDS.length ? (KINDS[c] & SIGN) != 0 : isSignScript(UScript.getScript(c));
  }

  /** Whether normalising (NFC) a text of such characters changes nothing. */
  static boolean isComposed(String text) {
    for (var i = 0; i < text.length(); i++) {
      if ((KINDS[text.charAt(i)] & COMPOSED) == 0) {
        return false;
      }
    }
    return true;
  }

  /** The number of the writing that a letter is of, or -1 for what is no letter. */
  static int writing(int c) {
    if (c < KINDS.length) {
      return (KINDS[c] >> WRITING) - 1;
    }
    return Character.isLetter(c) ? numberOf(UScript.getScript(c)) : -1;
  }

  static Writing writingOf(int number) {
    return WRITINGS.get(number);
  }

  private static boolean isSignScript(int script) {
    return script == UScript.HAN
        || script == UScript.HIRAGANA
        || script == UScript.KATAKANA
        || script == UScript.HANGUL;
  }

  private static int numberOf(int script) {
    return switch (script) {
      case UScript.LATIN -> 0;
      case UScript.CYRILLIC -> 1;
      case UScript.ARABIC -> 2;
      case UScript.HAN -> 3;
      default -> OTHER;
    };
  }
}
