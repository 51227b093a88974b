package org.vigie.matching.band;

import java.util.Arrays;

/**
 * The bands of the documents added last, numbered in a row: for each band and bucket the document
 * that came last, and for each document and band the one before it. Beside each number stand 15
 * more bits of the key, so that others need not be looked at.
 */
final class OpenBands {

  /** How many documents fit at most. */
  static final int MOST = 1 << 16;

  private static final int NUMBER_BITS = 17;
  private static final int NUMBER = (1 << NUMBER_BITS) - 1;

  private int from;
  private final int bits;

  /** Number plus one with its bits of the key, or 0, by band and bucket. */
  private final int[] heads;

  /** The same, by document and band. */
  private final int[] next;

  private int size;

  /** Room for {@code capacity} documents, a power of two, numbered from {@code from}. */
  OpenBands(int from, int capacity) {
    this.from = from;
    this.bits = Integer.numberOfTrailingZeros(capacity);
    heads = new int[capacity * MinHashes.BANDS];
    next = new int[capacity * MinHashes.BANDS];
  }

  boolean isFull() {
    return size == capacity();
  }

  int capacity() {
    return 1 << bits;
  }

  int from() {
    return from;
  }

  int size() {
    return size;
  }

  /** The same, empty, for documents numbered from {@code start}. */
  OpenBands emptied(int start) {
    Arrays.fill(heads, 0);
    from = start;
    size = 0;
    return this;
  }

  /** Adds the next document. */
  void add(int[] keys) {
    for (var band = 0; band < MinHashes.BANDS; band++) {
      var head = (band << bits) + bucket(keys[band]);
      next[size * MinHashes.BANDS + band] = heads[head];
      heads[head] = (keys[band] << NUMBER_BITS) | (size + 1);
    }
    size++;
  }

  private int bucket(int key) {
    return bits == 0 ? 0 : key >>> (Integer.SIZE - bits);
  }

  /** Meets every document with one of the keys of some bands, and a few by chance. */
  void collect(int[] keys, int firstBand, int endBand, Candidates into) {
    for (var band = firstBand; band < endBand; band++) {
      var check = keys[band] << NUMBER_BITS;
      for (var entry = heads[(band << bits) + bucket(keys[band])]; entry != 0; ) {
        var number = (entry & NUMBER) - 1;
        if ((entry & ~NUMBER) == check) {
          into.meet(from + number);
        }
        entry = next[number * MinHashes.BANDS + band];
      }
    }
  }

  long bytes() {
    return 4L * heads.length + 4L * next.length;
  }
}
