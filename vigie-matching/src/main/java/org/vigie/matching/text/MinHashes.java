package org.vigie.matching.text;

/** The 128 smallest values of a set under 128 fixed orders; equal shares estimate likeness. */
final class MinHashes {

  static final int COUNT = 128;
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

  private MinHashes() {}

  /** Fragments are outputs of a cipher, so a multiplication and an addition order them well. */
  static void of(Fragments fragments, int[] mins) {
    java.util.Arrays.fill(mins, Integer.MAX_VALUE);
    for (var t = 0; t < fragments.size(); t++) {
      var token = fragments.token(t);
      for (var i = 0; i < COUNT; i++) {
        mins[i] = Math.min(mins[i], token * FACTORS[i] + TERMS[i]);
      }
    }
  }
}
