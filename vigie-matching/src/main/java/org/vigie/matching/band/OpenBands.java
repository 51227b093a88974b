package org.vigie.matching.band;

import java.util.Arrays;

/**
 * The bands of the documents added last, numbered in a row. Each bucket of a band has a block of
 * memory that the processor fetches at once, for some of its documents: the last ones, so that
 * adding touches one place. Those before them lie in further blocks, each full. Beside each number
 * stand the 16 bits of the key that follow those of the bucket, so that others need not be looked
 * at.
 */
final class OpenBands {

  /** How many documents fit at most. */
  static final int MOST = 1 << 16;

  private static final int NUMBER_BITS = 16;
  private static final int NUMBER = (1 << NUMBER_BITS) - 1;

  /** A block: how many entries it has, with the number of the full block before it; then these. */
  private static final int BLOCK_BITS = 4;

  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int FULL = BLOCK - 1;

  /** A bucket has half a block of documents, when all have come. */
  private static final int LOAD_BITS = BLOCK_BITS - 1;

  private final int capacity;
  private final int bits;
  private final int bands;

  /** By band and bucket. */
  private final int[] blocks;

  /** Those that are full, from the second on. */
  private int[] full = new int[2 * BLOCK];

  private int fullCount;
  private int from;
  private int size;

  /** Room for {@code capacity} documents, a power of two, numbered from {@code from}. */
  OpenBands(int from, int capacity, int bands) {
    this.from = from;
    this.capacity = capacity;
    this.bands = bands;
    bits = Math.max(0, Integer.numberOfTrailingZeros(capacity) - LOAD_BITS);
    blocks = new int[bands << (bits + BLOCK_BITS)];
  }

  boolean isFull() {
    return size == capacity;
  }

  int capacity() {
    return capacity;
  }

  int from() {
    return from;
  }

  int size() {
    return size;
  }

  /** The same, empty, for documents numbered from {@code start}. */
  OpenBands emptied(int start) {
    for (var at = 0; at < blocks.length; at += BLOCK) {
      blocks[at] = 0;
    }
    fullCount = 0;
    from = start;
    size = 0;
    return this;
  }

  /** Adds the next document. */
  void add(int[] keys) {
    for (var band = 0; band < bands; band++) {
      var at = block(band, keys[band]);
      if ((blocks[at] & FULL) == FULL) {
        blocks[at] = moved(at) << BLOCK_BITS;
      }
      blocks[at]++;
      blocks[at + (blocks[at] & FULL)] = check(keys[band]) | size;
    }
    size++;
  }

  /** Moves a full block; answers its number from now on. */
  private int moved(int at) {
    fullCount++;
    if ((fullCount + 1) << BLOCK_BITS > full.length) {
      full = Arrays.copyOf(full, 2 * full.length);
    }
    System.arraycopy(blocks, at, full, fullCount << BLOCK_BITS, BLOCK);
    return fullCount;
  }

  private static int before(int block) {
    return block & ~FULL;
  }

  private int block(int band, int key) {
    var bucket = bits == 0 ? 0 : key >>> (Integer.SIZE - bits);
    return ((band << bits) + bucket) << BLOCK_BITS;
  }

  private int check(int key) {
    return key << bits & ~NUMBER;
  }

  /**
   * Meets every document with one of the keys of the first bands, and a few by chance. Looks at the
   * first blocks of all bands, then at the ones before: memory answers many questions at once, if
   * none waits for another.
   */
  void collect(int[] keys, int firstBands, Candidates into) {
    var ats = new int[firstBands];
    var heads = new int[firstBands];
    for (var band = 0; band < firstBands; band++) {
      ats[band] = block(band, keys[band]);
      heads[band] = blocks[ats[band]];
    }
    var of = new int[firstBands];
    var left = 0;
    for (var band = 0; band < firstBands; band++) {
      meet(blocks, ats[band], heads[band] & FULL, check(keys[band]), into);
      ats[left] = before(heads[band]);
      of[left] = band;
      left += heads[band] > FULL ? 1 : 0;
    }
    while (left > 0) {
      for (var i = 0; i < left; i++) {
        heads[i] = full[ats[i]];
      }
      var more = 0;
      for (var i = 0; i < left; i++) {
        meet(full, ats[i], FULL, check(keys[of[i]]), into);
        ats[more] = before(heads[i]);
        of[more] = of[i];
        more += heads[i] > FULL ? 1 : 0;
      }
      left = more;
    }
  }

  private void meet(int[] list, int at, int count, int check, Candidates into) {
    var room = into.room(BLOCK);
    var met = 0;
    for (var i = at + 1; i <= at + count; i++) {
      var entry = list[i];
      room[met] = from + (entry & NUMBER);
      met += Candidates.same(entry >>> NUMBER_BITS, check >>> NUMBER_BITS);
    }
    into.meet(room, met);
  }

  int bands() {
    return bands;
  }

  /** How many bits of the key tell the bucket. */
  int bits() {
    return bits;
  }

  /**
   * Reads the documents of a bucket, by their place in this row, and 16 bits more of their keys.
   */
  void read(int band, int bucket, BandEntries into) {
    var at = ((band << bits) + bucket) << BLOCK_BITS;
    read(blocks, at, blocks[at] & FULL, bucket, into);
    for (var block = before(blocks[at]); block != 0; block = before(full[block])) {
      read(full, block, FULL, bucket, into);
    }
  }

  private void read(int[] list, int at, int count, int bucket, BandEntries into) {
    var high = bits == 0 ? 0 : bucket << (Integer.SIZE - bits);
    for (var i = at + 1; i <= at + count; i++) {
      into.add(high | ((list[i] & ~NUMBER) >>> bits), list[i] & NUMBER);
    }
  }

  long bytes() {
    return 4L * blocks.length + 4L * full.length;
  }
}
