package org.vigie.node.demo.story;

/** What was asked of the person (the attribute "demand made" of an incident). */
public enum Demand {
  /** Stop speaking or organising. */
  SILENCE,
  /** Papers, addresses, contacts. */
  DATA,
  /** Watch other people or an organisation. */
  SPYING,
  /** Come and meet. */
  MEETING,
  /** Come back to the home state. */
  RETURN,
  /** Say good things about the authorities. */
  PRAISE,
  /** Nothing was asked, or it is not known. */
  NONE
}
