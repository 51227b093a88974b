package org.vigie.evidence;

import java.util.List;

/**
 * One line of a check.
 *
 * @param outcome how it went
 * @param key of the sentence, such as {@code file.changed}
 * @param details what the sentence is about: paths, numbers, times, names of keys
 */
public record CheckResult(Outcome outcome, String key, List<String> details) {

  /** How a check can go. */
  public enum Outcome {
    /** It holds. */
    OK,
    /** It does not hold. */
    FAILED,
    /** Nothing was checked; something worth knowing. */
    NOTE
  }

  /** Copies the details. */
  public CheckResult {
    details = List.copyOf(details);
  }

  static CheckResult ok(String key, String... details) {
    return new CheckResult(Outcome.OK, key, List.of(details));
  }

  static CheckResult failed(String key, String... details) {
    return new CheckResult(Outcome.FAILED, key, List.of(details));
  }

  static CheckResult note(String key, String... details) {
    return new CheckResult(Outcome.NOTE, key, List.of(details));
  }

  /** Whether the check failed. */
  public boolean isFailure() {
    return outcome == Outcome.FAILED;
  }
}
