package org.vigie.matching.sequence;

/** Who was reached by what happened. */
public enum Reached {
  /** The person. */
  PERSON,
  /** A relative, without anything being passed on to the person. */
  RELATIVE,
  /** The person, through the mouth or the telephone of a relative. */
  THROUGH_RELATIVES,
  /** A friend, a colleague, an employer. */
  ASSOCIATE,
  /** An organisation, a gathering, a page. */
  PLACE,
  /** Nobody wrote it down. */
  UNKNOWN
}
