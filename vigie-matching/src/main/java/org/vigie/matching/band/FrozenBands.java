package org.vigie.matching.band;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

/**
 * The bands of documents numbered in a row, which no longer change. For each band the documents lie
 * sorted by bucket, the first bits of the key, three bytes each: as many bits of number as are
 * needed and some of the key that follow those of the bucket. Reading a bucket touches two places
 * in memory.
 */
final class FrozenBands {

  /** How many documents fit. */
  static final int MOST = 1 << 21;

  private static final int ENTRY = 3;
  private static final int ENTRY_BITS = 24;
  private static final int MOST_CHECK_BITS = 11;
  private static final int LOAD = 10;
  private static final int FEWEST_BUCKET_BITS = 1;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final int from;
  private final int size;
  private final int bucketBits;
  private final int numberBits;
  private final int checkBits;

  /** Where each bucket ends, by band. */
  private final int[][] ends;

  private final byte[][] entries;

  private FrozenBands(int from, int size, int bands, int mostCheckBits) {
    this.from = from;
    this.size = size;
    bucketBits = bucketBits(size);
    numberBits = Integer.SIZE - Integer.numberOfLeadingZeros(size - 1);
    checkBits = Math.min(ENTRY_BITS - numberBits, mostCheckBits);
    ends = new int[bands][1 << bucketBits];
    entries = new byte[bands][];
    for (var band = 0; band < bands; band++) {
      entries[band] = new byte[(size + 1) * ENTRY + 1];
    }
  }

  private static int bucketBits(int size) {
    var bits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(size / LOAD + 1);
    return Math.max(FEWEST_BUCKET_BITS, bits);
  }

  /**
   * The first {@code bands} bands, an even number, of the documents from {@code from} until {@code
   * to}; halves in two threads.
   */
  static FrozenBands of(FragmentSource source, int from, int to, int bands) {
    var frozen = new FrozenBands(from, to - from, bands, MOST_CHECK_BITS);
    var parts = Runtime.getRuntime().availableProcessors() > 1 ? 2 : 1;
    IntStream.range(0, parts).parallel().forEach(part -> frozen.build(source, part, parts));
    return frozen;
  }

  /** The documents of {@code open}, of which there is at least one. */
  static FrozenBands of(OpenBands open) {
    var frozen = new FrozenBands(open.from(), open.size(), open.bands(), MOST_CHECK_BITS);
    IntStream.range(0, open.bands())
        .parallel()
        .forEach(band -> {
          var filler = frozen.new Filler(band);
          open.each(band, filler::take);
          filler.done();
        });
    return frozen;
  }

  /** The documents of {@code one} and of {@code other}, of the same size, which come next. */
  static FrozenBands joined(FrozenBands one, FrozenBands other) {
    var further = bucketBits(2 * one.size) - one.bucketBits;
    var both = new FrozenBands(one.from, 2 * one.size, one.ends.length, one.checkBits - further);
    IntStream.range(0, one.ends.length)
        .parallel()
        .forEach(band -> {
          var filler = both.new Filler(band);
          for (var bucket = 0; bucket < 1 << one.bucketBits; bucket++) {
            // The next bit of the keys decides which of two buckets that is now, if buckets became
            // more
            for (var half = 0; half < 1 << further; half++) {
              one.give(band, bucket, half, further, 0, filler);
              other.give(band, bucket, half, further, one.size, filler);
            }
          }
          filler.done();
        });
    return both;
  }

  private void give(int band, int bucket, int half, int bits, int first, Filler filler) {
    var list = entries[band];
    for (var at = start(band, bucket); at < ends[band][bucket]; at++) {
      var entry = (int) INT.get(list, at * ENTRY);
      if (check(entry) >>> (checkBits - bits) == half) {
        var known = (bucket << checkBits) | check(entry);
        filler.take(first + number(entry), known << (Integer.SIZE - bucketBits - checkBits));
      }
    }
  }

  /** Takes the documents of a band in the order of their buckets. */
  private final class Filler {

    private final int band;
    private int count;

    Filler(int band) {
      this.band = band;
    }

    void take(int number, int key) {
      put(band, count++, number, key);
      ends[band][bucket(key)] = count;
    }

    /** Empty buckets end where the one before does. */
    void done() {
      var end = 0;
      for (var bucket = 0; bucket < ends[band].length; bucket++) {
        end = Math.max(end, ends[band][bucket]);
        ends[band][bucket] = end;
      }
    }
  }

  int from() {
    return from;
  }

  int size() {
    return size;
  }

  private void build(FragmentSource source, int part, int parts) {
    var count = ends.length / parts;
    var first = part * count;
    var keys = new Keys(source, 2 * first, count);
    for (var number = 0; number < size; number++) {
      var of = keys.of(from + number);
      for (var i = 0; i < count; i++) {
        ends[first + i][bucket(of[i])]++;
      }
    }
    for (var band = first; band < first + count; band++) {
      toStarts(ends[band]);
    }
    for (var number = 0; number < size; number++) {
      var of = keys.of(from + number);
      for (var i = 0; i < count; i++) {
        put(first + i, ends[first + i][bucket(of[i])]++, number, of[i]);
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

  private int bucket(int key) {
    return key >>> (Integer.SIZE - bucketBits);
  }

  private int keyCheck(int key) {
    return key << bucketBits >>> (Integer.SIZE - checkBits);
  }

  private int number(int entry) {
    return entry & ((1 << numberBits) - 1);
  }

  private int check(int entry) {
    return entry >>> numberBits & ((1 << checkBits) - 1);
  }

  private void put(int band, int place, int number, int key) {
    var at = place * ENTRY;
    var value = (keyCheck(key) << numberBits) | number;
    var list = entries[band];
    list[at] = (byte) value;
    list[at + 1] = (byte) (value >>> 8);
    list[at + 2] = (byte) (value >>> 16);
  }

  private int start(int band, int bucket) {
    return bucket == 0 ? 0 : ends[band][bucket - 1];
  }

  /** Computes the keys of documents, some bands of them. */
  private static final class Keys {
    private final FragmentSource source;
    private final MinHashes hashes;
    private final int[] mins;
    private final int[] keys;
    private int[] tokens = new int[256];

    Keys(FragmentSource source, int row, int bands) {
      this.source = source;
      this.hashes = new MinHashes(row, 2 * bands);
      mins = new int[2 * bands];
      keys = new int[bands];
    }

    int[] of(int document) {
      var count = source.count(document);
      if (count > tokens.length) {
        tokens = new int[count];
      }
      source.read(document, tokens);
      hashes.of(tokens, count, mins);
      MinHashes.keys(mins, keys);
      return keys;
    }
  }

  /**
   * Meets every document with one of the keys of the first bands, and a few by chance. Looks up all
   * places first: memory answers many questions at once, if none waits for another.
   */
  void collect(int[] keys, int firstBands, Candidates into) {
    var starts = new int[firstBands];
    var stops = new int[firstBands];
    var heads = new int[firstBands];
    for (var band = 0; band < firstBands; band++) {
      var bucket = bucket(keys[band]);
      starts[band] = start(band, bucket);
      stops[band] = ends[band][bucket];
    }
    for (var band = 0; band < firstBands; band++) {
      heads[band] = (int) INT.get(entries[band], starts[band] * ENTRY);
    }
    for (var band = 0; band < firstBands; band++) {
      var check = keyCheck(keys[band]);
      var list = entries[band];
      var entry = heads[band];
      for (var at = starts[band]; at < stops[band]; ) {
        if (check(entry) == check) {
          into.meet(from + number(entry));
        }
        entry = (int) INT.get(list, ++at * ENTRY);
      }
    }
  }

  long bytes() {
    var bytes = 0L;
    for (var band = 0; band < ends.length; band++) {
      bytes += 4L * ends[band].length + entries[band].length;
    }
    return bytes;
  }
}
