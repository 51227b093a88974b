package org.vigie.node.doctor;

import java.util.List;

/**
 * What one check saw.
 *
 * @param level how it is
 * @param key message key of a sentence that says what is seen and, if something is to be done, what
 * @param details what fills the sentence; nothing personal
 */
public record Observation(Level level, String key, List<Object> details) {

  /** How something is. */
  public enum Level {
    /** As it should be. */
    OK,
    /** It works, and should be better. */
    ADVICE,
    /** It does not work. */
    WRONG
  }

  /** Copies the details. */
  public Observation {
    details = List.copyOf(details);
  }

  static Observation ok(String key, Object... details) {
    return new Observation(Level.OK, key, List.of(details));
  }

  static Observation advice(String key, Object... details) {
    return new Observation(Level.ADVICE, key, List.of(details));
  }

  static Observation wrong(String key, Object... details) {
    return new Observation(Level.WRONG, key, List.of(details));
  }

  /** Whether it works. */
  public boolean good() {
    return level != Level.WRONG;
  }
}
