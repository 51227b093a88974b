package org.vigie.matching.campaign;

/**
 * The words of two incidents are alike.
 *
 * @param one identifier of a sighting
 * @param other identifier of another
 * @param score from 0 to 1
 */
public record Likeness(String one, String other, double score) {

  /** From this score on the words join two people by themselves. */
  public static final double SURE = 0.5;

  boolean sure() {
    return score >= SURE;
  }
}
