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

  private static final int[] FACTORS = new int[COUNT];
  private static final int[] TERMS = new int[COUNT];

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
    factors = Arrays.copyOfRange(FACTORS, from, from + rows);
    terms = Arrays.copyOfRange(TERMS, from, from + rows);
  }

  /** The two orders of each of the first {@code bands} bands. */
  public static MinHashes ofBands(int bands) {
    return new MinHashes(0, 2 * bands);
  }

  /**
   * Writes the smallest value under each order. Fragments are outputs of a cipher, so a
   * multiplication and an addition order them well. The loops are kept plain, four fragments at a
   * time and one index for all arrays, for the compiler to make vectors of them.
   */
  public void of(int[] tokens, int count, int[] mins) {
    Arrays.fill(mins, Integer.MAX_VALUE);
    var t = 0;
    for (; t + 4 <= count; t += 4) {
      lower(tokens[t], tokens[t + 1], tokens[t + 2], tokens[t + 3], factors, terms, mins);
    }
    for (; t < count; t++) {
      lower(tokens[t], factors, terms, mins);
    }
  }

  private static void lower(
      int one, int two, int three, int four, int[] factors, int[] terms, int[] mins) {
    for (var i = 0; i < mins.length; i++) {
      var low = Math.min(one * factors[i] + terms[i], two * factors[i] + terms[i]);
      var lower = Math.min(three * factors[i] + terms[i], four * factors[i] + terms[i]);
      mins[i] = Math.min(mins[i], Math.min(low, lower));
    }
  }

  private static void lower(int token, int[] factors, int[] terms, int[] mins) {
    for (var i = 0; i < mins.length; i++) {
      mins[i] = Math.min(mins[i], token * factors[i] + terms[i]);
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
