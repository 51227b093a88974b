package org.vigie.matching.band;

import java.util.Arrays;
import org.vigie.matching.text.Fragments;

/**
 * Finds the document with the very same fragments. The digest is the outline, 248 bits of parity of
 * keyed fragments and their number, which every document has anyway; the fragments decide.
 */
final class Twins {

  private static final int NONE = 0;
  private static final int NUMBER_BITS = 24;
  private static final int NUMBER = (1 << NUMBER_BITS) - 1;

  /** How many documents there may be. */
  static final int MOST = NUMBER - 1;

  private final Outlines outlines;
  private final FragmentStore store;

  /** Number plus one, above it eight bits of the hash. */
  private int[] slots = new int[1 << 10];

  Twins(Outlines outlines, FragmentStore store) {
    this.outlines = outlines;
    this.store = store;
  }

  /** The number of the document with these fragments, or -1. */
  int find(Fragments fragments) {
    var hash = fragments.digest();
    var mask = slots.length - 1;
    for (var slot = (int) hash & mask; slots[slot] != NONE; slot = (slot + 1) & mask) {
      if ((slots[slot] ^ check(hash)) >>> NUMBER_BITS == 0) {
        var number = (slots[slot] & NUMBER) - 1;
        if (outlines.isOf(number, fragments) && isSame(number, fragments)) {
          return number;
        }
      }
    }
    return -1;
  }

  private boolean isSame(int number, Fragments fragments) {
    if (store.count(number) != fragments.size()) {
      return false;
    }
    var tokens = new int[fragments.size()];
    store.read(number, tokens);
    return Arrays.equals(tokens, fragments.tokens());
  }

  /** Adds the document {@code number}, the next one, whose outline is there already. */
  void add(int number) {
    if (number >= MOST) {
      throw new IllegalStateException("no room for more documents");
    }
    if ((number + 1) * 5L > slots.length * 4L) {
      slots = new int[slots.length * 2];
      for (var other = 0; other < number; other++) {
        put(other);
      }
    }
    put(number);
  }

  private void put(int number) {
    var hash = outlines.digest(number);
    var mask = slots.length - 1;
    var slot = (int) hash & mask;
    while (slots[slot] != NONE) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = check(hash) | (number + 1);
  }

  private static int check(long hash) {
    return (int) (hash >>> 56) << NUMBER_BITS;
  }

  long bytes() {
    return 4L * slots.length;
  }
}
