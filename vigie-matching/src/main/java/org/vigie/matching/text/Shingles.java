package org.vigie.matching.text;

import com.ibm.icu.lang.UScript;
import java.util.Arrays;
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

  /** The keyed pieces of {@code folded}; empty when there are too few to recognise a text by. */
  static Fragments of(String folded, KeyedTokens tokens) {
    var letters = folded.codePoints().limit(MOST).toArray();
    var blocks = new byte[letters.length * KeyedTokens.BLOCK];
    var count = 0;
    var ofSigns = 0;
    for (var i = 0; i < letters.length; i++) {
      var signs = isSign(letters[i]);
      var length = signs ? SIGNS : LETTERS;
      if (i + length <= letters.length) {
        pack(letters, i, length, blocks, count++ * KeyedTokens.BLOCK);
        ofSigns += signs ? 1 : 0;
      }
    }
    var fewest = ofSigns * 2 > count ? FEWEST_OF_SIGNS : FEWEST_OF_LETTERS;
    return count < fewest
        ? Fragments.of(new int[0])
        : Fragments.of(tokens.of(Arrays.copyOf(blocks, count * KeyedTokens.BLOCK), count));
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
