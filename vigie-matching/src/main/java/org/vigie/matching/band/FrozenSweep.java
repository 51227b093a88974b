package org.vigie.matching.band;

/**
 * Goes through a band of frozen documents bucket by bucket, for many who ask at once, so that
 * memory is read in its order. For use by one thread.
 */
final class FrozenSweep {

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

  /** For those who ask with {@code keys}, numbered from 0; answers whether to go on. */
  boolean by(int[] keys) {
    var stops = new int[frozen.buckets()];
    for (var key : keys) {
      stops[frozen.bucket(key)]++;
    }
    FrozenBands.toStarts(stops);
    var sorted = new long[keys.length];
    for (var who = 0; who < keys.length; who++) {
      var check = (long) frozen.keyCheck(keys[who]) << Integer.SIZE;
      sorted[stops[frozen.bucket(keys[who])]++] = check | who;
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
