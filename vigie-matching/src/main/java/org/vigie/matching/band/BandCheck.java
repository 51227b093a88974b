package org.vigie.matching.band;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a document that a search came upon has the bands that were asked for: computed again from
 * its fragments, since a bucket also brings others by chance. For use by one thread.
 */
final class BandCheck {

  private static final int BANDS_AT_ONCE = 8;
  private static final List<MinHashes> SOME =
      IntStream.range(0, MinHashes.BANDS / BANDS_AT_ONCE)
          .mapToObj(i -> new MinHashes(2 * BANDS_AT_ONCE * i, 2 * BANDS_AT_ONCE))
          .toList();

  private final int[] some = SOME.getFirst().room();

  /**
   * Whether the document of the first {@code count} of {@code tokens} meets {@code mins}, the
   * smallest values that were asked for, as {@code needed}.
   */
  boolean isMet(int[] tokens, int count, int[] mins, BandPlan needed) {
    var met = 0;
    for (var band = 0; band < needed.bands() && met < needed.hits(); band += BANDS_AT_ONCE) {
      SOME.get(band / BANDS_AT_ONCE).of(tokens, count, some);
      for (var i = 0; i < BANDS_AT_ONCE && band + i < needed.bands(); i++) {
        var row = 2 * (band + i);
        met += some[2 * i] == mins[row] && some[2 * i + 1] == mins[row + 1] ? 1 : 0;
      }
    }
    return met >= needed.hits();
  }
}
