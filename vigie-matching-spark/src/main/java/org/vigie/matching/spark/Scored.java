package org.vigie.matching.spark;

import org.jspecify.annotations.Nullable;
import org.vigie.matching.text.TextSketch;

/**
 * What one text scores against another.
 *
 * @param score 0 if they are not one script
 * @param doubt if what they share may be a formula and no more: others have to be read to know
 */
record Scored(double score, @Nullable Doubt doubt) {

  /** They are not one script. */
  static final Scored NOTHING = new Scored(0, null);

  /**
   * What may be a formula.
   *
   * @param frequent the fragments that may be of it, as a sketch of nothing else: by letters or by
   *     sound, as they were compared
   * @param worth what all that both share is worth
   * @param least how much of that must be left
   */
  record Doubt(TextSketch frequent, double worth, double least) {}

  /** The score, 0 as long as there is doubt. */
  double beyondDoubt() {
    return doubt == null ? score : 0;
  }
}
