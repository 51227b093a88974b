package org.vigie.matching.spark;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.vigie.matching.text.Formula;
import org.vigie.matching.text.FragmentCounts;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.Overlap;
import org.vigie.matching.text.Scorer;
import org.vigie.matching.text.ScriptBar;
import org.vigie.matching.text.TextSketch;

/** What two texts score in one way of comparing; sent to where the texts are. */
@FunctionalInterface
interface Scoring extends Serializable {

  /**
   * What {@code other} scores when {@code asked} came first.
   *
   * @param veil of the job
   */
  Scored score(Veil veil, int space, TextSketch asked, TextSketch other);

  /** The score of {@code ./vigie match}: fragments by their worth, and enough of them. */
  static Scoring byWorth(Broadcast<VeiledWorths> veiled, double threshold) {
    return (veil, space, asked, other) -> {
      var bar =
          space == Space.LETTERS
              ? ScriptBar.byLetters(asked.writing(), threshold)
              : ScriptBar.bySound(asked.writing(), other.writing(), threshold);
      var counts = veiled.value().open(veil).of(space, other.writing());
      var mine = Space.of(space, asked);
      var theirs = Space.of(space, other);
      var overlap = overlap(counts, mine, theirs, bar.threshold());
      if (overlap == null || !bar.isEnough(overlap, mine.size())) {
        return Scored.NOTHING;
      }
      if (!bar.mayBeFormula(overlap)) {
        return new Scored(overlap.score(), null);
      }
      var formula = new Formula(counts, mine.common(theirs));
      var frequent = Space.only(space, other.writing(), formula.frequent());
      return new Scored(
          overlap.score(),
          formula.isLikely() ? new Scored.Doubt(frequent, formula.worth(), bar.least()) : null);
    };
  }

  /** The plain share of common fragments, each worth the same. */
  static Scoring plain(double threshold) {
    return (veil, space, asked, other) -> {
      var overlap = overlap(null, Space.of(space, asked), Space.of(space, other), threshold);
      return overlap == null ? Scored.NOTHING : new Scored(overlap.score(), null);
    };
  }

  private static @Nullable Overlap overlap(
      @Nullable FragmentCounts counts, Fragments asked, Fragments other, double threshold) {
    return asked.size() == 0
        ? null
        : new Scorer(counts, asked, threshold).score(0, other.tokens(), other.size());
  }
}
