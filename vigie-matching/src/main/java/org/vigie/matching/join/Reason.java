package org.vigie.matching.join;

import java.util.Locale;

/** Why two messages are joined, the strongest first. */
public enum Reason {
  /** The same telephone number. */
  NUMBER(1),
  /** The same account name or e-mail address. */
  HANDLE(1),
  /** The same link. */
  LINK(1),
  /** A name that sounds the same, in whatever script; many people share a name. */
  PERSONA(0.6),
  /** The same script, copied or reworded. */
  SCRIPT(0);

  private final double score;

  Reason(double score) {
    this.score = score;
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
