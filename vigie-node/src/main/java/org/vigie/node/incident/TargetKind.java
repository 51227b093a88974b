package org.vigie.node.incident;

import java.util.Locale;

/** Whom the act was aimed at. */
public enum TargetKind {
  /** The person. */
  PERSON,
  /** A relative. */
  RELATIVE,
  /** A friend, colleague or source. */
  ASSOCIATE,
  /** An organisation. */
  ORGANISATION,
  /** A gathering. */
  EVENT,
  /** A page or an account. */
  PAGE;

  /** The stable code that entries keep. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
