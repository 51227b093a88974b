package org.vigie.matching.join;

import java.util.ArrayList;
import java.util.List;

/**
 * What joins two messages, by their numbers.
 *
 * @param a the earlier one
 * @param b the later one
 * @param score of the strongest reason
 * @param because the bit of each reason
 */
record Bond(int a, int b, double score, int because) {

  private static final List<Reason> REASONS = List.of(Reason.values());

  static Bond of(int a, int b, Reason reason, double score) {
    return new Bond(a, b, score, reason.bit());
  }

  /** What joins them if {@code other} does too. */
  Bond and(Bond other) {
    return new Bond(a, b, Math.max(score, other.score), because | other.because);
  }

  /** The reasons whose bits are set, the strongest first. */
  static List<Reason> reasons(int because) {
    var reasons = new ArrayList<Reason>();
    for (var reason : REASONS) {
      if ((because & reason.bit()) != 0) {
        reasons.add(reason);
      }
    }
    return reasons;
  }
}
