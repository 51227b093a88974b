package org.vigie.imports.copies;

import java.security.SecureRandom;
import java.util.Arrays;

/** How often each print was met, in 20 bytes each and little more. Not for several threads. */
final class Counts {

  private static final int FEW = 64;

  /** So that nobody can write messages that all want the same place. */
  private static final long ANY = new SecureRandom().nextLong() | 1;

  private long[] prints = new long[2 * FEW];
  private int[] counts = new int[FEW];
  private int size;

  /** How often a print was met. */
  int of(long high, long low) {
    return counts[slot(high, low)];
  }

  /** Counts it once more; how often it was met now. */
  int add(long high, long low) {
    var count = of(high, low) + 1;
    set(high, low, count);
    return count;
  }

  /** Notes that it was met so often. */
  void set(long high, long low, int count) {
    if (size * 2 >= counts.length) {
      grow();
    }
    var at = slot(high, low);
    size += counts[at] == 0 ? 1 : 0;
    prints[2 * at] = high;
    prints[2 * at + 1] = low;
    counts[at] = count;
  }

  /** Notes that it was met so often, if that is more than before; whether it is. */
  boolean raise(long high, long low, int count) {
    var more = count > of(high, low);
    if (more) {
      set(high, low, count);
    }
    return more;
  }

  /** Forgets all. */
  void clear() {
    Arrays.fill(counts, 0);
    size = 0;
  }

  private int slot(long high, long low) {
    var at = (int) ((high * ANY) >>> Integer.SIZE) & (counts.length - 1);
    while (counts[at] != 0 && (prints[2 * at] != high || prints[2 * at + 1] != low)) {
      at = at + 1 & counts.length - 1;
    }
    return at;
  }

  private void grow() {
    var oldPrints = prints;
    var oldCounts = counts;
    prints = new long[oldPrints.length * 2];
    counts = new int[oldCounts.length * 2];
    size = 0;
    for (var i = 0; i < oldCounts.length; i++) {
      if (oldCounts[i] != 0) {
        set(oldPrints[2 * i], oldPrints[2 * i + 1], oldCounts[i]);
      }
    }
  }
}
