package org.vigie.matching.text;

import java.util.Arrays;

/** The fragments of greetings and formulas, to be left out of every text. */
final class CommonFragments {

  private static final int BITS = 1 << 18;

  private final int[] rising;

  /** A bit for the low bits of each fragment: nearly all that are not common stop here. */
  private final long[] maybe = new long[BITS / Long.SIZE];

  CommonFragments(int[] tokens) {
    rising = Fragments.of(tokens).risen();
    for (var token : rising) {
      maybe[(token & (BITS - 1)) >>> 6] |= 1L << token;
    }
  }

  /** The set of {@code tokens}, which it orders anew, without the common ones. */
  Fragments without(int[] tokens) {
    var kept = 0;
    for (var token : tokens) {
      if (!contains(token)) {
        tokens[kept++] = token;
      }
    }
    return Fragments.taking(tokens, kept);
  }

  private boolean contains(int token) {
    return (maybe[(token & (BITS - 1)) >>> 6] >>> token & 1) != 0
        && Arrays.binarySearch(rising, token) >= 0;
  }
}
