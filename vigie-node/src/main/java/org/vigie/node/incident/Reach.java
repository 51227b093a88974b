package org.vigie.node.incident;

import java.util.Locale;

/** How widely something about a person was known before a caller showed to know it. */
public enum Reach {
  /** Anybody could read or see it. */
  PUBLIC,
  /** Many people, such as everyone at a gathering. */
  MANY,
  /** A few people. */
  FEW,
  /** The person told nobody. */
  NOBODY,
  /** It was not true. */
  WRONG,
  /** Not known. */
  UNKNOWN;

  /** The stable code that entries keep. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
