package org.vigie.kernel;

import java.util.List;

/**
 * Something a person asked for and cannot have, as expected: bad input, a limit, no right. It
 * carries the key of a sentence and never what the person typed, so it may be logged. It has no
 * stack trace; a mistake of ours is an unchecked exception instead.
 */
public abstract class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> details;

  /**
   * Makes a refusal.
   *
   * @param key message key such as {@code seal.malformed}; lower-case, dots and hyphens
   * @param details numbers, limits or kinds for the sentence; never anything personal
   */
  protected Refusal(String key, Object... details) {
    super(key, null, false, false);
    this.key = key;
    this.details = List.of(details);
  }

  /** The key under which each language keeps the sentence. */
  public final String key() {
    return key;
  }

  /** What the sentence is filled with, in order; never anything personal. */
  public final List<Object> details() {
    return details;
  }
}
