package org.vigie.matching.campaign;

/**
 * The words of two incidents, or recordings that they cite, are alike.
 *
 * @param one identifier of a sighting
 * @param other identifier of another
 * @param score from 0 to 1
 * @param means what is alike: {@link Means#SCRIPT} or {@link Means#RECORDING}
 */
public record Likeness(String one, String other, double score, Means means) {

  /** From this score on it joins two people by itself. */
  public static final double SURE = 0.5;

  /** The words are alike. */
  public Likeness(String one, String other, double score) {
    this(one, other, score, Means.SCRIPT);
  }

  boolean sure() {
    return score >= SURE;
  }
}
