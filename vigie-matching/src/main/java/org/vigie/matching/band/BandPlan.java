package org.vigie.matching.band;

/**
 * How many bands a query looks into and in how many of them a document has to be met. Where the
 * threshold allows it, that is two: fewer are looked at that share little, which are met once by
 * chance.
 *
 * @param bands how many, from the first
 * @param hits how often
 */
public record BandPlan(int bands, int hits) {

  /** Of those that share just enough to be variants, one in 27 is missed. */
  public static final BandPlan FOR_VARIANTS = new BandPlan(12, 2);

  /** What holds a formula shares little with it besides. */
  public static final BandPlan FOR_FORMULAS = new BandPlan(MinHashes.BANDS, 1);

  /** The share of documents right at the threshold that may be missed. */
  private static final double MISSED = 2e-4;

  private static final int HITS = 2;

  /**
   * The most selective plan for {@code threshold}: below 0.4 once in all bands, which below some
   * 0.35 may miss more.
   */
  public static BandPlan of(double threshold) {
    for (var bands = HITS; bands <= MinHashes.BANDS; bands++) {
      if (missed(threshold * threshold, bands, HITS) <= MISSED) {
        return new BandPlan(bands, HITS);
      }
    }
    return new BandPlan(MinHashes.BANDS, 1);
  }

  /** How likely it is to be met in fewer than {@code hits} of {@code bands}. */
  private static double missed(double met, int bands, int hits) {
    var missed = 0.0;
    var ways = 1.0;
    for (var times = 0; times < hits; times++) {
      missed += ways * Math.pow(met, times) * Math.pow(1 - met, bands - times);
      ways = ways * (bands - times) / (times + 1);
    }
    return missed;
  }
}
