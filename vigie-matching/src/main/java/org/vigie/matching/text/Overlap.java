package org.vigie.matching.text;

import java.util.Comparator;

/**
 * How much a document has in common with what was asked for: "38 of 45 fragments shared".
 *
 * @param document its number in the index
 * @param score from 0 to 1: shared fragments, the frequent ones counting less, as a share of all
 *     fragments of both; at most {@code shared / union}
 * @param shared how many fragments both hold
 * @param union how many different fragments both hold together
 */
public record Overlap(int document, double score, int shared, int union) {

  /** The order of answers: by score, then by number. */
  public static final Comparator<Overlap> BEST_FIRST =
      Comparator.comparingDouble(Overlap::score).reversed().thenComparingInt(Overlap::document);
}
