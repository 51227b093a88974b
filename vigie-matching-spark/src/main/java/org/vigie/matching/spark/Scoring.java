package org.vigie.matching.spark;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.vigie.matching.text.FragmentCounts;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.Overlap;
import org.vigie.matching.text.Scorer;
import org.vigie.matching.text.ScriptBar;
import org.vigie.matching.text.TextSketch;

/** What two texts score in one way of comparing; sent to where the texts are. */
@FunctionalInterface
interface Scoring extends Serializable {

  /** The score of {@code other} when {@code asked} came first; 0 if they are not one script. */
  double score(int space, TextSketch asked, TextSketch other);

  /** The score of {@code ./vigie match}: fragments by their worth, and enough of them. */
  static Scoring byWorth(Broadcast<Worths> worths, double threshold) {
    return (space, asked, other) -> {
      var letters = space == Space.LETTERS;
      var bar =
          letters
              ? ScriptBar.byLetters(asked.writing(), threshold)
              : ScriptBar.bySound(asked.writing(), other.writing(), threshold);
      var counts = letters ? worths.value().letters() : worths.value().sounds(other.writing());
      var mine = Space.of(space, asked);
      var overlap = overlap(counts, mine, Space.of(space, other), bar.threshold());
      return overlap != null && bar.isEnough(overlap, mine.size()) ? overlap.score() : 0;
    };
  }

  /** The plain share of common fragments, each worth the same. */
  static Scoring plain(double threshold) {
    return (space, asked, other) -> {
      var overlap = overlap(null, Space.of(space, asked), Space.of(space, other), threshold);
      return overlap == null ? 0 : overlap.score();
    };
  }

  private static @Nullable Overlap overlap(
      @Nullable FragmentCounts counts, Fragments asked, Fragments other, double threshold) {
    return asked.size() == 0
        ? null
        : new Scorer(counts, asked, threshold).score(0, other.tokens(), other.size());
  }
}
