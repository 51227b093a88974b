package org.vigie.matching.band;

import java.util.Arrays;

/**
 * The smallest values of a set under 128 fixed orders (Broder, On the resemblance and containment
 * of documents, 1997): two sets agree in each with the probability of their share of common
 * members. Two values in a row make a band.
 */
public final class MinHashes {

  static final int COUNT = 128;
  static final int BANDS = COUNT / 2;

  private static final int[] FACTORS = new int[COUNT + 1];
  private static final int[] TERMS = new int[COUNT + 1];

  static {
    var state = 0x5649474945L;
    for (var i = 0; i < COUNT; i++) {
      state += 0x9E3779B97F4A7C15L;
      var mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
      mixed ^= mixed >>> 31;
      FACTORS[i] = (int) mixed | 1;
      TERMS[i] = (int) (mixed >>> 32);
    }
  }

  private final int[] factors;
  private final int[] terms;

  /** The orders {@code from} and on, {@code rows} of them. */
  MinHashes(int from, int rows) {
    factors = Arrays.copyOfRange(FACTORS, from, from + rows + 1);
    terms = Arrays.copyOfRange(TERMS, from, from + rows + 1);
  }

  /** The two orders of each of the first {@code bands} bands. */
  public static MinHashes ofBands(int bands) {
    return new MinHashes(0, 2 * bands);
  }

  /**
   * Room for the smallest values and one more, which means nothing. The compiler takes the first
   * value of a loop by itself and makes vectors of the others, and what then is left over takes as
   * long as a vector for each: so there is nothing left over, where vectors need not be aligned
   * ({@code ./vigie} says so to the virtual machine).
   */
  public int[] room() {
    return new int[factors.length];
  }

  /**
   * Writes the smallest value under each order. Fragments are outputs of a cipher, so a
   * multiplication and an addition order them well. The loop is kept plain, eight fragments at a
   * time, the last one again where there are fewer, and one index for all arrays, for the compiler
   * to make vectors of it.
   *
   * @param count how many of {@code tokens}, at least one
   * @param mins at most as long as {@link #room()} is
   */
  public void of(int[] tokens, int count, int[] mins) {
    Arrays.fill(mins, Integer.MAX_VALUE);
    var t = 0;
    for (; t + 8 <= count; t += 8) {
      lower(tokens, t, t + 1, t + 2, t + 3, t + 4, t + 5, t + 6, t + 7, mins);
    }
    if (t < count) {
      var last = count - 1;
      lower(
          tokens,
          t,
          Math.min(t + 1, last),
          Math.min(t + 2, last),
          Math.min(t + 3, last),
          Math.min(t + 4, last),
          Math.min(t + 5, last),
          Math.min(t + 6, last),
          last,
          mins);
    }
  }

  private void lower(int[] of, int a, int b, int c, int d, int e, int f, int g, int h, int[] mins) {
    lower(of[a], of[b], of[c], of[d], of[e], of[f], of[g], of[h], factors, terms, mins);
  }

  private static void lower(
      int one,
      int two,
      int three,
      int four,
      int five,
      int six,
      int seven,
      int eight,
      int[] factors,
      int[] terms,
      int[] mins) {
    for (var i = 0; i < mins.length; i++) {
      var factor = factors[i];
      var term = terms[i];
      var a = Math.min(one * factor + term, two * factor + term);
      var b = Math.min(three * factor + term, four * factor + term);
      var c = Math.min(five * factor + term, six * factor + term);
      var d = Math.min(seven * factor + term, eight * factor + term);
      mins[i] = Math.min(mins[i], Math.min(Math.min(a, b), Math.min(c, d)));
    }
  }

  /** The key of each band in {@code mins}, every bit of it well mixed. */
  static void keys(int[] mins, int[] keys) {
    for (var band = 0; band < keys.length; band++) {
      var mixed = (mins[2 * band] * 0x9E3779B1) ^ mins[2 * band + 1];
      mixed = (mixed ^ (mixed >>> 16)) * 0x85EBCA6B;
      mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
      keys[band] = mixed ^ (mixed >>> 16);
    }
  }
}
