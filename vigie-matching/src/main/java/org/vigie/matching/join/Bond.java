package org.vigie.matching.join;

import java.util.ArrayList;
import java.util.List;

/**
 * What joins two messages, by their numbers.
 *
 * @param a the earlier one
 * @param b the later one
 * @param score of the strongest reason
 * @param because a bit for each reason, by ordinal
 */
record Bond(int a, int b, double score, int because) {

  private static final Reason[] REASONS = Reason.values();

  static Bond of(int a, int b, Reason reason, double score) {
    return new Bond(a, b, score, 1 << reason.ordinal());
  }

  /** What joins them if {@code other} does too. */
  Bond and(Bond other) {
    return new Bond(a, b, Math.max(score, other.score), because | other.because);
  }

  /** The reasons whose bits are set, the strongest first. */
  static List<Reason> reasons(int because) {
    var reasons = new ArrayList<Reason>();
    for (var reason : REASONS) {
      if ((because & 1 << reason.ordinal()) != 0) {
        reasons.add(reason);
      }
    }
    return reasons;
  }
}
