package org.vigie.node.casefile;

import java.util.List;
import org.vigie.kernel.Refusal;

/**
 * A note above the list of cases, shown while something waits in them, with a button that does it.
 * A capability that has one declares a bean of this type and writes the messages {@code key.one},
 * {@code key.other}, {@code key.about} (what the button does, and what it does not) and {@code
 * key.submit}.
 *
 * @param key message key
 * @param action where the button posts to
 * @param counter how many wait
 */
public record CasesNote(String key, String action, Counter counter) {

  /** Counts something in all cases that somebody can open. */
  @FunctionalInterface
  public interface Counter {

    /** How many there are now. */
    int count(List<Cases.Open> open) throws Refusal;
  }
}
