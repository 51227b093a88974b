package org.vigie.matching.join;

import java.util.List;
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

  private static final List<Reason> ALL = List.of(values());

  private final double score;
  private final int bit;

  Reason(double score, int bit) {
    this.score = score;
    this.bit = bit;
  }

  /** A bit of its own, for sets of reasons. */
  public int bit() {
    return bit;
  }

  /** What the reason scores by itself; a script scores what it has in common instead. */
  public double score() {
    return score;
  }

  /** The reasons whose bits are set, the strongest first. */
  public static List<Reason> ofBits(int bits) {
    return ALL.stream().filter(reason -> (bits & reason.bit) != 0).toList();
  }

  /** The word in output: lower-case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
