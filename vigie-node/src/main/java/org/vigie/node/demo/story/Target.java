package org.vigie.node.demo.story;

/** Whom or what an incident was aimed at. */
public enum Target {
  /** The person who tells. */
  PERSON,
  /** A relative, known by a handle only. */
  RELATIVE,
  /** A friend, source, employer, university. */
  ASSOCIATE,
  /** The café, the institute or another body. */
  ORGANISATION,
  /** A gathering. */
  EVENT,
  /** A page or an account. */
  PAGE
}
