package org.vigie.kernel;

import java.util.List;

/**
 * Something a person asked for and cannot have, as expected: bad input, a limit, no right. Its
 * message is the key of a sentence and nothing else, so that a log which writes it tells nothing of
 * anybody. Its details fill that sentence for whoever asked; they are never logged. It has no stack
 * trace; a mistake of ours is an unchecked exception instead.
 */
public abstract class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> details;

  /**
   * Makes a refusal.
   *
   * @param key message key such as {@code seal.malformed}; lower-case, dots and hyphens
   * @param details numbers, limits or kinds for the sentence; of a person's own document also what
   *     the sentence has to name, such as a file in an archive
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

  /** What the sentence is filled with, in order: for whoever asked, never for a log. */
  public final List<Object> details() {
    return details;
  }
}
