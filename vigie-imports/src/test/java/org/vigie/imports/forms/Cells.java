package org.vigie.imports.forms;

import java.time.LocalDateTime;

/** Cells of tables, and times in them. */
final class Cells {

  private Cells() {}

  /** A cell within quotation marks. */
  static String quoted(String value) {
    return "\"" + value.replace("\"", "\"\"") + "\"";
  }

  /** Date and time of ISO 8601 with its seconds. */
  static String second(LocalDateTime at) {
    return at + (at.getSecond() == 0 ? ":00" : "");
  }
}
