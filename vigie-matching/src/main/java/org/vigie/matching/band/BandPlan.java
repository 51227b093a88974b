package org.vigie.matching.band;

/**
 * How many bands a query looks into and in how many of them a document has to be met. Where the
 * threshold allows it a document must be met twice: those that share little are met once by chance,
 * hardly twice, and need not be looked at.
 *
 * @param bands how many, from the first
 * @param hits once or twice
 */
record BandPlan(int bands, int hits) {

  /** The share of documents right at the threshold that may be missed. */
  private static final double MISSED = 2e-4;

  /** The cheapest plan for {@code threshold}; below some 0.35 all bands, which may miss more. */
  static BandPlan of(double threshold) {
    var met = threshold * threshold;
    for (var bands = 2; bands <= MinHashes.BANDS; bands++) {
      var never = Math.pow(1 - met, bands);
      var once = bands * met * Math.pow(1 - met, bands - 1);
      if (never + once <= MISSED) {
        return new BandPlan(bands, 2);
      }
    }
    return new BandPlan(MinHashes.BANDS, 1);
  }
}
