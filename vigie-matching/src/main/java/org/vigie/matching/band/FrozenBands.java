package org.vigie.matching.band;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

/**
 * The bands of documents numbered in a row, which no longer change. For each band the documents lie
 * sorted by bucket, three bytes each: 21 bits of number and three more of the key. Reading a bucket
 * touches two places in memory.
 */
final class FrozenBands {

  /** How many documents fit. */
  static final int MOST = 1 << 21;

  private static final int ENTRY = 3;
  private static final int NUMBER_BITS = 21;
  private static final int NUMBER = MOST - 1;
  private static final int CHECK = 7;
  private static final int LOAD = 10;
  private static final int FEWEST_BUCKET_BITS = 4;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final int from;
  private final int size;
  private final int shift;

  /** Where each bucket ends, by band. */
  private final int[][] ends = new int[MinHashes.BANDS][];

  private final byte[][] entries = new byte[MinHashes.BANDS][];

  private FrozenBands(int from, int size) {
    this.from = from;
    this.size = size;
    var bits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(size / LOAD + 1);
    this.shift = Integer.SIZE - Math.max(FEWEST_BUCKET_BITS, bits);
  }

  /** The bands of the documents from {@code from} until {@code to}; halves in two threads. */
  static FrozenBands of(FragmentStore store, int from, int to) {
    var frozen = new FrozenBands(from, to - from);
    var parts = Runtime.getRuntime().availableProcessors() > 1 ? 2 : 1;
    IntStream.range(0, parts).parallel().forEach(part -> frozen.build(store, part, parts));
    return frozen;
  }

  int from() {
    return from;
  }

  int size() {
    return size;
  }

  private void build(FragmentStore store, int part, int parts) {
    var count = MinHashes.BANDS / parts;
    var first = part * count;
    for (var band = first; band < first + count; band++) {
      ends[band] = new int[1 << (Integer.SIZE - shift)];
      entries[band] = new byte[size * ENTRY + 1];
    }
    var keys = new Keys(store, 2 * first, count);
    for (var number = 0; number < size; number++) {
      var of = keys.of(from + number);
      for (var i = 0; i < count; i++) {
        ends[first + i][of[i] >>> shift]++;
      }
    }
    for (var band = first; band < first + count; band++) {
      toStarts(ends[band]);
    }
    for (var number = 0; number < size; number++) {
      var of = keys.of(from + number);
      for (var i = 0; i < count; i++) {
        var at = ends[first + i][of[i] >>> shift]++;
        put(entries[first + i], at, number | (of[i] & CHECK) << NUMBER_BITS);
      }
    }
  }

  private static void toStarts(int[] counts) {
    var start = 0;
    for (var bucket = 0; bucket < counts.length; bucket++) {
      var count = counts[bucket];
      counts[bucket] = start;
      start += count;
    }
  }

  private static void put(byte[] entries, int at, int value) {
    entries[at * ENTRY] = (byte) value;
    entries[at * ENTRY + 1] = (byte) (value >>> 8);
    entries[at * ENTRY + 2] = (byte) (value >>> 16);
  }

  /** Computes the keys of documents, some bands of them. */
  private static final class Keys {
    private final FragmentStore store;
    private final MinHashes hashes;
    private final int[] mins;
    private final int[] keys;
    private int[] tokens = new int[256];

    Keys(FragmentStore store, int row, int bands) {
      this.store = store;
      this.hashes = new MinHashes(row, 2 * bands);
      mins = new int[2 * bands];
      keys = new int[bands];
    }

    int[] of(int document) {
      var count = store.count(document);
      if (count > tokens.length) {
        tokens = new int[count];
      }
      store.read(document, tokens);
      hashes.of(tokens, count, mins);
      MinHashes.keys(mins, keys);
      return keys;
    }
  }

  /** Meets every document with one of the keys of some bands, and a few by chance. */
  void collect(int[] keys, int firstBand, int endBand, Candidates into) {
    for (var band = firstBand; band < endBand; band++) {
      var bucket = keys[band] >>> shift;
      var check = keys[band] & CHECK;
      var list = entries[band];
      var end = ends[band][bucket];
      for (var at = bucket == 0 ? 0 : ends[band][bucket - 1]; at < end; at++) {
        var entry = (int) INT.get(list, at * ENTRY);
        if ((entry >>> NUMBER_BITS & CHECK) == check) {
          into.meet(from + (entry & NUMBER));
        }
      }
    }
  }

  long bytes() {
    var bytes = 0L;
    for (var band = 0; band < MinHashes.BANDS; band++) {
      bytes += 4L * ends[band].length + entries[band].length;
    }
    return bytes;
  }
}
