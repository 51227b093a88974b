package org.vigie.typeset;

/** Which way a stretch of text runs. */
public enum Direction {
  /** Left to right. */
  LTR,
  /** Right to left. */
  RTL,
  /** As its first letter with a direction says (UAX #9, rules P2 and P3). */
  AUTO
}
