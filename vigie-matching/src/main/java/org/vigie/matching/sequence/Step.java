package org.vigie.matching.sequence;

import java.util.Locale;

/**
 * One step of an operation against a person, as accounts of many people describe it. A step is what
 * may lie behind an incident; the incident itself stays what was recorded.
 */
public enum Step {
  /** Relatives were visited, summoned, questioned, held. */
  FAMILY_APPROACHED(1),
  /** Relatives ask what they never asked before, or carry words that are not theirs. */
  ODD_QUESTIONS(2),
  /** Somebody unknown, often claiming an office, reached the person. */
  DIRECT_CONTACT(3),
  /** Something was asked of the person. */
  DEMAND(4),
  /** Something was held out to the person. */
  OFFER(4),
  /** Harm was announced. */
  THREAT(4),
  /** The people or places around the person were contacted or watched. */
  VENUE_CONTACTED(5),
  /** Nothing, for half a year or longer, or a contact with the family that broke off. */
  SILENCE(0);

  private final int stage;

  Step(int stage) {
    this.stage = stage;
  }

  /** How far along it stands, from 1; 0 for a silence, which may come anywhere. */
  public int stage() {
    return stage;
  }

  /** The stable code that the model and the pages use. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
