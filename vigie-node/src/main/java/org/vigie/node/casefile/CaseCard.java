package org.vigie.node.casefile;

import org.vigie.kernel.Refusal;

/**
 * A card on the page of a case: how many of something there are, and the way to them. A capability
 * that has one declares a bean of this type and writes the messages {@code key} (the heading),
 * {@code key.none}, {@code key.count.one}, {@code key.count.other} and {@code key.open} (the way).
 *
 * @param order smaller comes first
 * @param key message key of the heading
 * @param path where it leads, below the address of the case
 * @param counter how many there are
 */
public record CaseCard(int order, String key, String path, Counter counter) {

  /** Counts something in a case. */
  @FunctionalInterface
  public interface Counter {

    /** How many there are now. */
    int count(Cases.Open open) throws Refusal;
  }
}
