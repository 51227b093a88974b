package org.vigie.matching.join;

/**
 * What joins two messages, by their numbers.
 *
 * @param a the earlier one
 * @param b the later one
 * @param score of the strongest reason
 * @param because the bit of each reason
 */
record Bond(int a, int b, double score, int because) {

  static Bond of(int a, int b, Reason reason, double score) {
    return new Bond(a, b, score, reason.bit());
  }

  /** What joins them if {@code other} does too. */
  Bond and(Bond other) {
    return new Bond(a, b, Math.max(score, other.score), because | other.because);
  }
}
