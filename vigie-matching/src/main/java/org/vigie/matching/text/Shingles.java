package org.vigie.matching.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.vigie.seal.KeyedTokens;

/** Cuts folded letters into overlapping pieces: five letters, or three where a sign is a word. */
final class Shingles {

  private static final int LETTERS = 5;
  private static final int SIGNS = 3;
  private static final int FEWEST_OF_LETTERS = 16;
  private static final int FEWEST_OF_SIGNS = 8;

  /** Longer texts are cut: no message is this long, and whoever writes one pays for it. */
  private static final int MOST = 100_000;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Shingles() {}

  /**
   * The keyed pieces of {@code folded} without those in {@code common}; empty when too few are left
   * to recognise a text by.
   */
  static Fragments of(Letters folded, KeyedTokens tokens, CommonFragments common) {
    var letters = folded.codePoints(MOST);
    var signs = 0;
    for (var letter : letters) {
      signs += CharKinds.isSign(letter) ? 1 : 0;
    }
    var fewest = signs * 2 > folded.length() ? FEWEST_OF_SIGNS : FEWEST_OF_LETTERS;
    if (letters.length < fewest) {
      return Fragments.NONE;
    }
    var fragments = common.without(keyed(letters, tokens));
    return fragments.size() < fewest ? Fragments.NONE : fragments;
  }

  /** Every keyed piece of {@code folded}, however few they are, in the order of the text. */
  static int[] all(Letters folded, KeyedTokens tokens) {
    return keyed(folded.codePoints(MOST), tokens);
  }

  private static int[] keyed(int[] letters, KeyedTokens tokens) {
    var blocks = KeyedTokens.room(letters.length);
    var count = 0;
    for (var i = 0; i < letters.length; i++) {
      var length = CharKinds.isSign(letters[i]) ? SIGNS : LETTERS;
      if (i + length <= letters.length) {
        pack(letters, i, length, blocks, count++ * KeyedTokens.BLOCK);
      }
    }
    return tokens.of(blocks, count);
  }

  /** A block: the length in one byte, then each letter in three. */
  private static void pack(int[] letters, int from, int length, byte[] blocks, int at) {
    long third = letters[from + 2];
    var high =
        ((long) length << 56) | ((long) letters[from] << 32) | ((long) letters[from + 1] << 8);
    var low = (third & 0xFFFF) << 48;
    if (length == LETTERS) {
      low |= ((long) letters[from + 3] << 24) | letters[from + 4];
    }
    WORD.set(blocks, at, high | (third >>> 16));
    WORD.set(blocks, at + Long.BYTES, low);
  }
}
