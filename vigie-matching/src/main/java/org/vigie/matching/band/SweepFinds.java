package org.vigie.matching.band;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What a sweep comes upon: who asked, by place, and a document, as often as they meet. In a flood
 * those who have most are forgotten, and all of it when that does not help. For use by one thread.
 */
final class SweepFinds {

  /** More are not kept: few ask for so many but in a flood. */
  private static final int MOST = 1 << 22;

  /** So many are kept of one who asks, where there are too many of all. */
  private static final int MOST_OF_ONE = 1 << 10;

  private final int hits;
  private final BitSet forgotten = new BitSet();

  /** The place of whoever asked and, below it, a document. */
  private long[] found = new long[1 << 10];

  private int count;
  private boolean tooMany;

  /** Of documents that have to be met {@code hits} times. */
  SweepFinds(int hits) {
    this.hits = hits;
  }

  /** What one who asks has found. */
  @FunctionalInterface
  interface Each {
    void found(int place, int[] documents);
  }

  /** Whoever is in {@code place} met {@code document}. */
  void take(int place, int document) {
    if (tooMany || forgotten.get(place)) {
      return;
    }
    if (count == found.length) {
      makeRoom();
    }
    if (!tooMany) {
      found[count++] = (long) place << Integer.SIZE | document;
    }
  }

  private void makeRoom() {
    tidy();
    if (count > MOST / 2) {
      forgetLongest();
    }
    tooMany = count > MOST / 2;
    if (!tooMany && count > found.length / 2) {
      found = Arrays.copyOf(found, 2 * found.length);
    }
  }

  /** Many are met again and again: each is kept as often as it has to be met. */
  private void tidy() {
    Arrays.sort(found, 0, count);
    var left = 0;
    for (var i = 0; i < count; i++) {
      if (left < hits || found[i] != found[left - hits]) {
        found[left++] = found[i];
      }
    }
    count = left;
  }

  /** Some variants of one script must not keep all others from being looked for at once. */
  private void forgetLongest() {
    var left = 0;
    for (var from = 0; from < count; ) {
      var to = end(from);
      if (to - from > MOST_OF_ONE) {
        forgotten.set(place(from));
      } else {
        System.arraycopy(found, from, found, left, to - from);
        left += to - from;
      }
      from = to;
    }
    count = left;
  }

  /** All were met: leaves those that were met often enough, each once. */
  void end() {
    tidy();
    var left = 0;
    for (var i = hits - 1; i < count; i++) {
      if (found[i] == found[i - hits + 1]) {
        found[left++] = found[i];
      }
    }
    count = left;
  }

  /** Whether nothing more is kept, and what there is says nothing. */
  boolean areTooMany() {
    return tooMany;
  }

  /** Whether whoever is in {@code place} had too many. */
  boolean isForgotten(int place) {
    return forgotten.get(place);
  }

  /** The places of those who had too many. */
  IntStream forgotten() {
    return forgotten.stream();
  }

  /** After the end: what was found, in the order of places. */
  void each(Each each) {
    for (var from = 0; from < count; ) {
      var to = end(from);
      each.found(place(from), Arrays.stream(found, from, to).mapToInt(one -> (int) one).toArray());
      from = to;
    }
  }

  private int end(int from) {
    var to = from + 1;
    while (to < count && place(to) == place(from)) {
      to++;
    }
    return to;
  }

  private int place(int at) {
    return (int) (found[at] >>> Integer.SIZE);
  }
}
