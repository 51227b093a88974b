package org.vigie.matching.join;

import java.util.Locale;

/** Why two messages are joined, the strongest first. */
public enum Reason {
  /** The same telephone number. */
  NUMBER(1, 1),
  /** The same account name or e-mail address. */
  HANDLE(1, 2),
  /** The same link. */
  LINK(1, 4),
  /** A name that sounds the same, in whatever script; many people share a name. */
  PERSONA(0.6, 8),
  /** The same script, copied or reworded. */
  SCRIPT(0, 16);

  private final double score;
  private final int bit;

  Reason(double score, int bit) {
    this.score = score;
    this.bit = bit;
  }

  /** A bit of its own, for sets of reasons. */
  int bit() {
    return bit;
  }

  /** What the reason scores by itself; a script scores what it has in common instead. */
  double score() {
    return score;
  }

  /** The word in output: lower-case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
