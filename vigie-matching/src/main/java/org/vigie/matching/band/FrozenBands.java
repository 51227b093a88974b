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
  private static final int ENTRY_MASK = (1 << ENTRY_BITS) - 1;
  private static final int MOST_CHECK_BITS = 11;
  private static final int LOAD = 10;
  private static final int FEWEST_BUCKET_BITS = 1;
  private static final int AT_LEAST = 64;
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
      kept[number] = (int) INT.get(list, number * ENTRY) & ENTRY_MASK;
      counts[kept[number] >>> checkBits]++;
    }
    toStarts(counts);
    for (var number = 0; number < size; number++) {
      var check = kept[number] & ((1 << checkBits) - 1);
      store(list, counts[kept[number] >>> checkBits]++, check << numberBits | number);
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
    store(entries[band], place, (keyCheck(key) << numberBits) | number);
  }

  private static void store(byte[] list, int place, int value) {
    var at = place * ENTRY;
    list[at] = (byte) value;
    list[at + 1] = (byte) (value >>> 8);
    list[at + 2] = (byte) (value >>> 16);
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

  /** Is shown who asks for what. */
  @FunctionalInterface
  interface Visitor {
    /**
     * The first {@code count} of those who ask, and the first {@code size} documents, which have
     * their key, but for a few by chance; whether to go on.
     */
    boolean visit(int[] asking, int count, int[] documents, int size);
  }

  /** Shows the documents of {@code band} to those who ask with {@code keys}, bucket by bucket. */
  void sweep(int band, int[] keys, Visitor visitor) {
    var stops = new int[1 << bucketBits];
    for (var key : keys) {
      stops[bucket(key)]++;
    }
    toStarts(stops);
    var asking = new long[keys.length];
    for (var who = 0; who < keys.length; who++) {
      asking[stops[bucket(keys[who])]++] = (long) keyCheck(keys[who]) << Integer.SIZE | who;
    }
    var same = new int[AT_LEAST];
    var documents = new int[AT_LEAST];
    var goesOn = true;
    for (var bucket = 0; bucket < stops.length && goesOn; bucket++) {
      var size = ends[band][bucket] - start(band, bucket);
      documents = size > documents.length ? new int[2 * size] : documents;
      var from = bucket == 0 ? 0 : stops[bucket - 1];
      same = stops[bucket] - from > same.length ? new int[2 * (stops[bucket] - from)] : same;
      while (from < stops[bucket] && size > 0 && goesOn) {
        var check = (int) (asking[from] >>> Integer.SIZE);
        var others = gather(asking, from, stops[bucket], same);
        var found = read(band, bucket, check, documents);
        goesOn = found == 0 || visitor.visit(same, others - from, documents, found);
        from = others;
      }
    }
  }

  /**
   * Takes those out who ask with the same bits of a key as the first of them, and leaves the others
   * at the end; answers where these begin.
   */
  private static int gather(long[] asking, int from, int end, int[] same) {
    var check = asking[from] >>> Integer.SIZE;
    var count = 0;
    for (var i = from; i < end; i++) {
      var one = asking[i];
      if (one >>> Integer.SIZE == check) {
        asking[i] = asking[from + count];
        same[count++] = (int) one;
      }
    }
    return from + count;
  }

  /** Reads the documents of a bucket whose keys have {@code check}; answers how many. */
  private int read(int band, int bucket, int check, int[] into) {
    var list = entries[band];
    var count = 0;
    for (var at = start(band, bucket); at < ends[band][bucket]; at++) {
      var entry = (int) INT.get(list, at * ENTRY);
      into[count] = from + number(entry);
      count += check(entry) == check ? 1 : 0;
    }
    return count;
  }

  long bytes() {
    var bytes = 0L;
    for (var band = 0; band < ends.length; band++) {
      bytes += 4L * ends[band].length + entries[band].length;
    }
    return bytes;
  }
}
