package org.vigie.imports;

import java.util.Locale;

/** How the date order is known. */
public enum DateOrderBy {
  /** A number that can be read in one way only, or every date reads the same either way. */
  VALUE,
  /** Only in one order does time go forward, or does no year turn day after day. */
  SEQUENCE,
  /** Somebody said so. */
  OPTION;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The word in the output. */
  public String text() {
    return text;
  }
}
