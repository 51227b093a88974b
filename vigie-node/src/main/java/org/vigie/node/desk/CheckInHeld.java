package org.vigie.node.desk;

import static org.vigie.node.casefile.Defaults.text;

/**
 * What was found when somebody looked again.
 *
 * @param checkIn identifier of what was planned
 * @param outcome {@code quiet}, {@code resumed}, {@code dropped} or {@code unknown}
 * @param words in words, or empty
 */
public record CheckInHeld(String checkIn, String outcome, String words) {

  /** Reads tolerantly. */
  public CheckInHeld {
    checkIn = text(checkIn);
    outcome = text(outcome).isEmpty() ? "unknown" : outcome;
    words = text(words);
  }
}
