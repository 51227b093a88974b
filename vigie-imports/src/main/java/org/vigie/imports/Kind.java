package org.vigie.imports;

import java.util.Locale;

/** What a message is. */
public enum Kind {
  /** Words a person typed. */
  TEXT,
  /** A file, present or omitted. */
  MEDIA,
  /** A call, taken or missed. */
  CALL,
  /** A line the application wrote. */
  SYSTEM,
  /** A message whose content was taken back. */
  DELETED,
  /** Something the export does not say. */
  UNKNOWN;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The word in the output. */
  public String text() {
    return text;
  }
}
