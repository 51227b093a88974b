package org.vigie.typeset.letters;

import java.util.List;

/**
 * A hypothesis about who is behind something, never higher than its basis.
 *
 * @param level the rung of the ladder
 * @param detail what the level's sentence needs: who the caller said to be, what it is consistent
 *     with, what is shared, which authority states it; empty for {@link Level#NONE}
 * @param reports how many unconnected reports agree; counts for {@link Level#CONVERGENT} only
 * @param alternatives other explanations that remain: prank, fraud, spoofed number, acquaintance,
 *     mistake
 * @param answer what the one named answered
 */
public record Attribution(
    Level level, String detail, int reports, List<String> alternatives, Answer answer) {

  /**
   * Copies the list and refuses a hypothesis without alternative.
   *
   * @throws IllegalArgumentException if a hypothesis has no alternative, or if fewer than two
   *     reports are said to converge
   */
  public Attribution {
    alternatives = List.copyOf(alternatives);
    if (level != Level.NONE && alternatives.isEmpty()) {
      throw new IllegalArgumentException("a hypothesis names at least one alternative");
    }
    if (level == Level.CONVERGENT && reports < 2) {
      throw new IllegalArgumentException("one report does not converge");
    }
  }

  /** Nothing is known about the sender. */
  public static Attribution none() {
    return new Attribution(Level.NONE, "", 0, List.of(), Answer.NOT_ASKED);
  }

  /** The attribution ladder. */
  public enum Level {
    /** A0. */
    NONE,
    /** A1: the caller said so. */
    CLAIMED,
    /** A2: content and timing fit. */
    CIRCUMSTANTIAL,
    /** A3: unconnected reports agree. */
    CONVERGENT,
    /** A4: an authority, a court or an admission states it. */
    DOCUMENTED
  }

  /** What the one named answered. */
  public enum Answer {
    /** Admitted. */
    ACKNOWLEDGED,
    /** Denied. */
    DENIED,
    /** Asked, did not answer. */
    NO_ANSWER,
    /** Was not asked. */
    NOT_ASKED
  }
}
