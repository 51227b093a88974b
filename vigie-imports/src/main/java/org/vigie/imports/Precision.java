package org.vigie.imports;

/** How fine a time the export gives. */
public enum Precision {
  /** The day alone; the time of day is not known. */
  DAY("day"),
  /** To the minute. */
  MINUTE("minute"),
  /** To the second. */
  SECOND("second"),
  /** Nothing that can be read as a time. */
  UNKNOWN("unknown");

  private final String text;

  Precision(String text) {
    this.text = text;
  }

  /** The word in the output. */
  public String text() {
    return text;
  }
}
