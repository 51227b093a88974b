package org.vigie.matching.text;

import com.ibm.icu.lang.UScript;
import org.vigie.seal.KeyedTokens;

/** Cuts folded letters into overlapping pieces: five letters, or three where a sign is a word. */
final class Shingles {

  private static final int LETTERS = 5;
  private static final int SIGNS = 3;
  private static final int FEWEST_OF_LETTERS = 16;
  private static final int FEWEST_OF_SIGNS = 8;

  /** Longer texts are cut: no message is this long, and whoever writes one pays for it. */
  private static final int MOST = 100_000;

  private Shingles() {}

  /**
   * The keyed pieces of {@code folded} without those in {@code common}; empty when too few are left
   * to recognise a text by.
   */
  static Fragments of(String folded, KeyedTokens tokens, Fragments common) {
    var signs = folded.codePoints().limit(MOST).filter(Shingles::isSign).count();
    var fewest = signs * 2 > folded.length() ? FEWEST_OF_SIGNS : FEWEST_OF_LETTERS;
    var fragments = all(folded, tokens).without(common);
    return fragments.size() < fewest ? Fragments.NONE : fragments;
  }

  /** Every keyed piece of {@code folded}, however few they are. */
  static Fragments all(String folded, KeyedTokens tokens) {
    var letters = folded.codePoints().limit(MOST).toArray();
    var blocks = new byte[letters.length * KeyedTokens.BLOCK];
    var count = 0;
    for (var i = 0; i < letters.length; i++) {
      var length = isSign(letters[i]) ? SIGNS : LETTERS;
      if (i + length <= letters.length) {
        pack(letters, i, length, blocks, count++ * KeyedTokens.BLOCK);
      }
    }
    return Fragments.of(tokens.of(blocks, count));
  }

  private static void pack(int[] letters, int from, int length, byte[] blocks, int at) {
    blocks[at] = (byte) length;
    for (var i = 0; i < length; i++) {
      var letter = letters[from + i];
      blocks[at + 1 + 3 * i] = (byte) (letter >>> 16);
      blocks[at + 2 + 3 * i] = (byte) (letter >>> 8);
      blocks[at + 3 + 3 * i] = (byte) letter;
    }
  }

  static boolean isSign(int letter) {
    if (letter < 0x1100) {
      return false;
    }
    return switch (UScript.getScript(letter)) {
      case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.HANGUL -> true;
      default -> letter == 0x30FC;
    };
  }
}
