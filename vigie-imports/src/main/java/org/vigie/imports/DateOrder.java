package org.vigie.imports;

import java.util.Locale;

/** In which order an export writes day, month and year. */
public enum DateOrder {
  /** Day, month, year. */
  DMY,
  /** Month, day, year. */
  MDY,
  /** Year, month, day. */
  YMD;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The word in options and in the output. */
  public String text() {
    return text;
  }
}
