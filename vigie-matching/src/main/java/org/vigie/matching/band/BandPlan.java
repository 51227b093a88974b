package org.vigie.matching.band;

/**
 * How many bands a query looks into and in how many of them a document has to be met. Where the
 * threshold allows it a document must be met twice: those that share little are met once by chance,
 * hardly twice, and need not be looked at.
 *
 * @param bands how many, from the first
 * @param hits once or twice
 */
public record BandPlan(int bands, int hits) {

  /** Variants share so much that few bands find them twice. */
  public static final BandPlan FOR_VARIANTS = new BandPlan(16, 2);

  /** What holds a formula shares little with it besides. */
  public static final BandPlan FOR_FORMULAS = new BandPlan(MinHashes.BANDS, 1);

  /** The share of documents right at the threshold that may be missed. */
  private static final double MISSED = 2e-4;

  /** The cheapest plan for {@code threshold}; below some 0.35 all bands, which may miss more. */
  public static BandPlan of(double threshold) {
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
