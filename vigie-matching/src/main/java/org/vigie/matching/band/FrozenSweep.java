package org.vigie.matching.band;

/**
 * Goes through a band of frozen documents bucket by bucket, for many who ask at once, so that
 * memory is read in its order. For use by one thread.
 */
final class FrozenSweep {

  /** One in so many keys is had at most, where it is worth looking. */
  private static final int MOST_HAD = 4;

  private final FrozenBands frozen;
  private final int band;
  private final Visitor visitor;
  private int[] asking = new int[64];
  private int[] documents = new int[64];

  /** Through {@code band} of {@code frozen}; {@code visitor} is shown who asks for what. */
  FrozenSweep(FrozenBands frozen, int band, Visitor visitor) {
    this.frozen = frozen;
    this.band = band;
    this.visitor = visitor;
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

  /** For those who ask, by everybody's keys; answers whether to go on. */
  boolean by(int[] keys, int[] who) {
    var some = new int[who.length];
    var count = meeting(keys, who, some);
    var stops = new int[frozen.buckets()];
    for (var i = 0; i < count; i++) {
      stops[frozen.bucket(keys[some[i]])]++;
    }
    FrozenBands.toStarts(stops);
    var sorted = new long[count];
    for (var i = 0; i < count; i++) {
      var key = keys[some[i]];
      var check = (long) frozen.keyCheck(key) << Integer.SIZE;
      sorted[stops[frozen.bucket(key)]++] = check | some[i];
    }
    var goesOn = true;
    for (var bucket = 0; bucket < stops.length && goesOn; bucket++) {
      var from = bucket == 0 ? 0 : stops[bucket - 1];
      var size = frozen.count(band, bucket);
      makeRoom(Math.max(size, stops[bucket] - from));
      while (from < stops[bucket] && size > 0 && goesOn) {
        var check = (int) (sorted[from] >>> Integer.SIZE);
        var others = gather(sorted, from, stops[bucket], asking);
        var found = frozen.read(band, bucket, check, documents);
        goesOn = found == 0 || visitor.visit(asking, others - from, documents, found);
        from = others;
      }
    }
    return goesOn;
  }

  /**
   * Puts first in {@code into} who meets a document, so that not everybody goes to a bucket in
   * vain; answers how many. Everybody where so many keys are had that looking saves little.
   */
  private int meeting(int[] keys, int[] asking, int[] into) {
    var had = frozen.size() > frozen.knownKeys() / MOST_HAD ? null : had();
    var shift = Integer.numberOfLeadingZeros(frozen.knownKeys() - 1);
    var count = 0;
    for (var who : asking) {
      var key = keys[who] >>> shift;
      into[count] = who;
      // Chance decides no branch
      count += had == null ? 1 : (int) (had[key / Long.SIZE] >>> key) & 1;
    }
    return count;
  }

  /** A bit for each key that a document has, as much as is known of it. */
  private long[] had() {
    var had = new long[frozen.knownKeys() / Long.SIZE + 1];
    frozen.forEachKey(band, key -> had[key / Long.SIZE] |= 1L << key);
    return had;
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

  private void makeRoom(int size) {
    if (size > documents.length) {
      asking = new int[2 * size];
      documents = new int[2 * size];
    }
  }
}
