package org.vigie.matching.sequence;

import java.util.ArrayList;
import java.util.List;
import org.vigie.matching.sequence.SequenceReading.Seen;

/**
 * Two cases laid beside each other step by step: what they have in common in the same order, and
 * how much that is. Two operations look alike without being one; the score finds what to look at
 * and says nothing about who is behind it.
 *
 * @param pairs the steps that stand beside each other, first things first
 * @param score from 0 (nothing in common) to 1 (the same steps after the same times)
 */
public record StepAlignment(List<Pair> pairs, double score) {

  private static final double SAME_TIME = 0.5;
  private static final double SKIP = 0.4;

  /**
   * Two equal steps.
   *
   * @param first position in the first case, from 0
   * @param second position in the second case, from 0
   * @param step which
   * @param sameTime whether as much time had passed in both, as far as the dates tell
   */
  public record Pair(int first, int second, Step step, boolean sameTime) {}

  /** Keeps its own copy. */
  public StepAlignment {
    pairs = List.copyOf(pairs);
  }

  /**
   * Lays {@code first} beside {@code second} (Needleman and Wunsch 1970, equal steps only; a step
   * without a counterpart costs a little).
   */
  public static StepAlignment of(List<Seen> first, List<Seen> second) {
    var best = new double[first.size() + 1][second.size() + 1];
    for (var i = first.size(); i >= 0; i--) {
      for (var j = second.size(); j >= 0; j--) {
        if (i == first.size() || j == second.size()) {
          best[i][j] = -SKIP * (first.size() - i + second.size() - j);
        } else {
          var skipped = Math.max(best[i + 1][j], best[i][j + 1]) - SKIP;
          best[i][j] = Math.max(skipped, best[i + 1][j + 1] + worth(first.get(i), second.get(j)));
        }
      }
    }
    var most = (own(first) + own(second)) / 2;
    var score = most == 0 ? 0 : Math.clamp(best[0][0] / most, 0, 1);
    return new StepAlignment(pairs(first, second, best), score);
  }

  private static List<Pair> pairs(List<Seen> first, List<Seen> second, double[][] best) {
    var pairs = new ArrayList<Pair>();
    var i = 0;
    var j = 0;
    while (i < first.size() && j < second.size()) {
      var a = first.get(i);
      var b = second.get(j);
      if (a.step() == b.step() && best[i][j] == best[i + 1][j + 1] + worth(a, b)) {
        pairs.add(new Pair(i++, j++, a.step(), sameTime(a, b)));
      } else if (best[i + 1][j] >= best[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return pairs;
  }

  private static double worth(Seen a, Seen b) {
    if (a.step() != b.step()) {
      return Double.NEGATIVE_INFINITY;
    }
    return 1 + (sameTime(a, b) ? SAME_TIME : 0);
  }

  private static boolean sameTime(Seen a, Seen b) {
    return a.after() == b.after() && a.after() != Gap.UNKNOWN;
  }

  /** What a case laid beside itself is worth. */
  private static double own(List<Seen> steps) {
    return steps.stream().mapToDouble(step -> worth(step, step)).sum();
  }
}
