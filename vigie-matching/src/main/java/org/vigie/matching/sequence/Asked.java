package org.vigie.matching.sequence;

/** What was asked, as coarsely as the model tells it apart. */
public enum Asked {
  /** Facts about the person or others. */
  INFORMATION,
  /** To watch people, places, events. */
  SPYING,
  /** To be silent, or to praise. */
  COMPLIANCE,
  /** To meet. */
  MEETING,
  /** To come back. */
  RETURN,
  /** To pay. */
  MONEY,
  /** Something else. */
  OTHER,
  /** Nothing was asked. */
  NOTHING,
  /** Nobody wrote it down. */
  UNKNOWN
}
