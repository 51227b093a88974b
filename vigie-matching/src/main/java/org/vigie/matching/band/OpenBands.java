package org.vigie.matching.band;

import java.util.Arrays;

/**
 * The bands of the documents added last, numbered in a row: for each band and bucket the document
 * that came last, and for each document and band the one before it. Beside each number stand the 15
 * bits of the key that follow those of the bucket, so that others need not be looked at.
 */
final class OpenBands {

  /** How many documents fit at most. */
  static final int MOST = 1 << 16;

  private static final int NUMBER_BITS = 17;
  private static final int NUMBER = (1 << NUMBER_BITS) - 1;

  private int from;
  private final int bits;
  private final int bands;

  /** Number plus one with its bits of the key, or 0, by band and bucket. */
  private final int[] heads;

  /** The same, by document and band. */
  private final int[] next;

  private int size;

  /** Room for {@code capacity} documents, a power of two, numbered from {@code from}. */
  OpenBands(int from, int capacity, int bands) {
    this.from = from;
    this.bands = bands;
    this.bits = Integer.numberOfTrailingZeros(capacity);
    heads = new int[capacity * bands];
    next = new int[capacity * bands];
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
    for (var band = 0; band < bands; band++) {
      var head = (band << bits) + bucket(keys[band]);
      next[size * bands + band] = heads[head];
      heads[head] = check(keys[band]) | (size + 1);
    }
    size++;
  }

  private int check(int key) {
    return key << bits & ~NUMBER;
  }

  private int bucket(int key) {
    return bits == 0 ? 0 : key >>> (Integer.SIZE - bits);
  }

  /** Meets every document with one of the keys of the first bands, and a few by chance. */
  void collect(int[] keys, int firstBands, Candidates into) {
    var found = new int[firstBands];
    for (var band = 0; band < firstBands; band++) {
      found[band] = heads[(band << bits) + bucket(keys[band])];
    }
    for (var band = 0; band < firstBands; band++) {
      var check = check(keys[band]);
      for (var entry = found[band]; entry != 0; ) {
        var number = (entry & NUMBER) - 1;
        if ((entry & ~NUMBER) == check) {
          into.meet(from + number);
        }
        entry = next[number * bands + band];
      }
    }
  }

  long bytes() {
    return 4L * heads.length + 4L * next.length;
  }
}
