package org.vigie.seal;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vigie.kernel.Language;
import org.vigie.kernel.Secret;

/**
 * Passphrases made for people, and what they type. Protects against guessing with 77 bits and more
 * of chance; does not protect what is written down or watched.
 */
public final class Passphrases {

  /** Words of a passphrase: 77 bits. */
  public static final int WORDS = 7;

  /** Words of a recovery code: 88 bits. */
  public static final int RECOVERY_WORDS = 8;

  private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f]+");
  private static final Pattern GAPS =
      Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}.,;:_]+", Pattern.UNICODE_CHARACTER_CLASS);

  private Passphrases() {}

  /** Seven words, French for French and English for any other language. */
  public static String generate(Language language, SecureRandom random) {
    return words(language, random, WORDS);
  }

  /** Eight words to print and put away. */
  public static String recoveryCode(Language language, SecureRandom random) {
    return words(language, random, RECOVERY_WORDS);
  }

  /**
   * What {@code typed} unlocks with. Capitals, accents, and how words are set apart do not matter,
   * so that a phone's keyboard does no harm.
   */
  public static Secret secretOf(String typed) {
    return Secret.take(Bytes.of(normalised(typed)));
  }

  /** Lower case without accents, words set apart by one space. */
  static String normalised(String typed) {
    var plain = MARKS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKD)).replaceAll("");
    var spaced = GAPS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return spaced.replace("œ", "oe").replace("æ", "ae");
  }

  private static String words(Language language, SecureRandom random, int count) {
    var words = WordList.of(language).words();
    var chosen = new StringBuilder();
    for (var i = 0; i < count; i++) {
      // The list's length is a power of two, so every word is as likely as any other.
      chosen.append(i == 0 ? "" : " ").append(words.get(random.nextInt(WordList.SIZE)));
    }
    return chosen.toString();
  }
}
