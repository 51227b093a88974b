package org.vigie.matching.campaign;

import java.util.Locale;

/** What a sender may have used towards several people, the most telling first. */
public enum Means {
  /** A telephone number. */
  PHONE(1),
  /** The name of an account. */
  HANDLE(1),
  /** An e-mail address. */
  EMAIL(1),
  /** Copies of one recording; never: one voice. */
  RECORDING(1),
  /** Nearly the same words. */
  SCRIPT(1),
  /** The address of a page. */
  PAGE(0.5),
  /** A name that callers gave themselves. */
  ALIAS(0.5);

  /** From how many people on something that belongs to no one sender says less. */
  private static final int FEW = 5;

  /** From how many people on it says nothing. */
  private static final int EVERYBODY = 40;

  private final double weight;

  Means(double weight) {
    this.weight = weight;
  }

  /** Whether it joins two people by itself, however many others it reached. */
  public boolean alone() {
    return weight >= 1;
  }

  /** Whether it is found between two at a time, so that of three not all need be alike. */
  boolean pairwise() {
    return this == SCRIPT || this == RECORDING;
  }

  /**
   * What it says of two people that they share it, from 0 to 1; 1 joins them. Depends on whom it
   * reached and on nothing else in the house, so that other cases move nobody.
   *
   * @param persons how many people it reached
   */
  public double weight(int persons) {
    if (alone() || persons <= FEW) {
      return weight;
    }
    return persons > EVERYBODY
        ? 0
        : weight / (1 + StrictMath.log((double) persons / FEW) / StrictMath.log(2));
  }

  /** The stable code that messages use. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
