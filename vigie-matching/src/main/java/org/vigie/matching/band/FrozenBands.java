package org.vigie.matching.band;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.IntConsumer;
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
  private static final int ENTRY_MASK = (1 << ENTRY_BITS) - 1;
  private static final int MOST_CHECK_BITS = 11;
  private static final int LOAD = 10;

  /** Of up to so many documents, small buckets take little memory and are read sooner. */
  private static final int FEW = 1 << 18;

  private static final int LOAD_OF_FEW = 4;
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
    var load = size > FEW ? LOAD : LOAD_OF_FEW;
    var bits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(size / load + 1);
    return Math.max(FEWEST_BUCKET_BITS, bits);
  }

  /**
   * The first {@code bands} bands of the documents from {@code from} until {@code to}, in as many
   * threads as there are processors.
   */
  static FrozenBands of(FragmentSource source, int from, int to, int bands) {
    var frozen = new FrozenBands(from, to - from, bands, MOST_CHECK_BITS);
    var parts = Runtime.getRuntime().availableProcessors();
    var each = frozen.size / parts + 1;
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> frozen.hash(source, part * each, Math.min(frozen.size, (part + 1) * each)));
    IntStream.range(0, bands).parallel().forEach(frozen::sort);
    return frozen;
  }

  /** The documents of {@code open}. */
  static FrozenBands of(OpenBands open) {
    var frozen = new FrozenBands(open.from(), open.size(), open.bands(), MOST_CHECK_BITS);
    frozen.fill(open.bits(), open::read);
    return frozen;
  }

  /** The documents of {@code one} and of {@code other}, of the same size, which come next. */
  static FrozenBands joined(FrozenBands one, FrozenBands other) {
    var known = Math.min(one.bucketBits + one.checkBits, other.bucketBits + other.checkBits);
    var left = known - bucketBits(2 * one.size);
    if (left < 1 || one.bucketBits != other.bucketBits) {
      throw new IllegalArgumentException("segments of which too little is known to join them");
    }
    var both = new FrozenBands(one.from, 2 * one.size, one.bands(), left);
    both.fill(
        one.bucketBits,
        (band, bucket, into) -> {
          one.read(band, bucket, 0, into);
          other.read(band, bucket, one.size, into);
        });
    return both;
  }

  /** Reads the documents of a bucket. */
  @FunctionalInterface
  private interface Buckets {
    void read(int band, int bucket, BandEntries into);
  }

  /** Takes over what lies in the buckets of the first {@code bits} of the keys. */
  private void fill(int bits, Buckets buckets) {
    IntStream.range(0, bands())
        .parallel()
        .forEach(band -> {
          var some = new BandEntries();
          var filled = 0;
          for (var bucket = 0; bucket < 1 << bits; bucket++) {
            some.clear();
            buckets.read(band, bucket, some);
            filled = fill(band, bits, bucket, some, filled);
          }
        });
  }

  /** Further bits of the keys part a bucket, or fewer join some, one after the other. */
  private int fill(int band, int bits, int bucket, BandEntries some, int start) {
    var further = Math.max(0, bucketBits - bits);
    var first = bucket << further >> Math.max(0, bits - bucketBits);
    var filled = start;
    for (var own = first; own < first + (1 << further); own++) {
      for (var i = 0; i < some.count(); i++) {
        // Each is written and those of other buckets are written over: chance decides no branch
        put(band, filled, some.number(i), some.key(i));
        filled += Candidates.same(bucket(some.key(i)), own);
      }
      ends[band][own] = filled;
    }
    return filled;
  }

  private void read(int band, int bucket, int first, BandEntries into) {
    for (var at = start(band, bucket); at < ends[band][bucket]; at++) {
      var entry = entry(entries[band], at);
      var known = (bucket << checkBits) | check(entry);
      into.add(known << (Integer.SIZE - bucketBits - checkBits), first + number(entry));
    }
  }

  int from() {
    return from;
  }

  int size() {
    return size;
  }

  /** Leaves the bits of the keys that are kept where the entries will be, in document order. */
  private void hash(FragmentSource source, int start, int end) {
    var keys = new Keys(source, ends.length);
    for (var number = start; number < end; number++) {
      var of = keys.of(from + number);
      for (var band = 0; band < of.length; band++) {
        store(entries[band], number, of[band] >>> (Integer.SIZE - bucketBits - checkBits));
      }
    }
  }

  /** Sorts the documents of {@code band} by bucket, in memory that holds one band alone. */
  private void sort(int band) {
    var list = entries[band];
    var kept = new int[size];
    var counts = ends[band];
    for (var number = 0; number < size; number++) {
      kept[number] = entry(list, number) & ENTRY_MASK;
      counts[kept[number] >>> checkBits]++;
    }
    toStarts(counts);
    for (var number = 0; number < size; number++) {
      var check = kept[number] & ((1 << checkBits) - 1);
      store(list, counts[kept[number] >>> checkBits]++, check << numberBits | number);
    }
  }

  static void toStarts(int[] counts) {
    var start = 0;
    for (var bucket = 0; bucket < counts.length; bucket++) {
      var count = counts[bucket];
      counts[bucket] = start;
      start += count;
    }
  }

  int bands() {
    return entries.length;
  }

  int buckets() {
    return 1 << bucketBits;
  }

  int bucket(int key) {
    return key >>> (Integer.SIZE - bucketBits);
  }

  /** What is kept of {@code key} beside the bucket. */
  int keyCheck(int key) {
    return key << bucketBits >>> (Integer.SIZE - checkBits);
  }

  /** How many keys are told apart. */
  int knownKeys() {
    return 1 << (bucketBits + checkBits);
  }

  /** What is known of the key of each document in {@code band}: its first bits. */
  void forEachKey(int band, IntConsumer each) {
    for (int bucket = 0, at = 0; bucket < buckets(); bucket++) {
      for (; at < ends[band][bucket]; at++) {
        each.accept(bucket << checkBits | check(entry(entries[band], at)));
      }
    }
  }

  private int number(int entry) {
    return entry & ((1 << numberBits) - 1);
  }

  private int check(int entry) {
    return entry >>> numberBits & ((1 << checkBits) - 1);
  }

  private void put(int band, int place, int number, int key) {
    store(entries[band], place, (keyCheck(key) << numberBits) | number);
  }

  private static void store(byte[] list, int place, int value) {
    var at = place * ENTRY;
    list[at] = (byte) value;
    list[at + 1] = (byte) (value >>> 8);
    list[at + 2] = (byte) (value >>> 16);
  }

  private static int entry(byte[] list, int place) {
    return (int) INT.get(list, place * ENTRY);
  }

  private int start(int band, int bucket) {
    return bucket == 0 ? 0 : ends[band][bucket - 1];
  }

  /** Computes the keys of documents. */
  private static final class Keys {
    private final FragmentSource source;
    private final MinHashes hashes;
    private final int[] mins;
    private final int[] keys;
    private int[] tokens = new int[256];

    Keys(FragmentSource source, int bands) {
      this.source = source;
      this.hashes = MinHashes.ofBands(bands);
      mins = hashes.room();
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
    for (var band = 0; band < firstBands; band++) {
      var bucket = bucket(keys[band]);
      starts[band] = start(band, bucket);
      stops[band] = ends[band][bucket];
    }
    var touched = 0;
    for (var band = 0; band < firstBands; band++) {
      touched ^= entry(entries[band], starts[band]) ^ entry(entries[band], stops[band]);
    }
    Touched.by(touched);
    for (var band = 0; band < firstBands; band++) {
      var some = into.room(stops[band] - starts[band]);
      var count = read(entries[band], starts[band], stops[band], keyCheck(keys[band]), some);
      into.meet(some, count);
    }
  }

  /** How many documents lie in a bucket. */
  int count(int band, int bucket) {
    return ends[band][bucket] - start(band, bucket);
  }

  /** Reads the documents of a bucket of whose keys {@code check} is kept; answers how many. */
  int read(int band, int bucket, int check, int[] into) {
    return read(entries[band], start(band, bucket), ends[band][bucket], check, into);
  }

  private int read(byte[] list, int start, int end, int check, int[] into) {
    var mask = ((1 << checkBits) - 1) << numberBits;
    var wanted = check << numberBits;
    var count = 0;
    for (var at = start; at < end; at++) {
      var entry = entry(list, at);
      into[count] = from + number(entry);
      count += Candidates.same(entry & mask, wanted);
    }
    return count;
  }

  long bytes() {
    var bytes = 0L;
    for (var band = 0; band < bands(); band++) {
      bytes += 4L * ends[band].length + entries[band].length;
    }
    return bytes;
  }
}
