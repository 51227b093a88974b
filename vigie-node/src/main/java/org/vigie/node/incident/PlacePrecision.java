package org.vigie.node.incident;

import java.util.Locale;

/** How precisely a place is written down. */
public enum PlacePrecision {
  /** The country only. */
  COUNTRY,
  /** The region. */
  REGION,
  /** The town. */
  CITY,
  /** The exact place; kept for the case alone. */
  EXACT,
  /** Not known. */
  UNKNOWN;

  /** The stable code that entries keep. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
