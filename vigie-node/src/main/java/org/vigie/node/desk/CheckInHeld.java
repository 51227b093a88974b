package org.vigie.node.desk;

import static org.vigie.node.casefile.Defaults.text;

import java.util.List;

/**
 * What was found when somebody looked again.
 *
 * @param checkIn identifier of what was planned
 * @param outcome {@code quiet}, {@code resumed}, {@code dropped} or {@code unknown}
 * @param words in words, or empty
 */
public record CheckInHeld(String checkIn, String outcome, String words) {

  /** What can be found, as it is offered. */
  public static final List<String> OUTCOMES = List.of("quiet", "resumed", "dropped", "unknown");

  /** Reads tolerantly. */
  public CheckInHeld {
    checkIn = text(checkIn);
    outcome = text(outcome).isEmpty() ? "unknown" : outcome;
    words = text(words);
  }
}
