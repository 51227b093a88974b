package org.vigie.matching.join;

import java.util.List;

/**
 * Two messages of different cases that have something in common: a lead, never a proof.
 *
 * @param a the one that came first
 * @param b the other
 * @param score from 0 to 1, of the strongest reason
 * @param because why, in the order of {@link Reason}
 */
public record Pair(String a, String b, double score, List<Reason> because) {

  /** Keeps its own copy of the list. */
  public Pair {
    because = List.copyOf(because);
  }
}
