package org.vigie.node.desk;

import static org.vigie.node.casefile.Defaults.text;

/**
 * A day on which somebody wants to look again whether it resumed.
 *
 * @param checkIn identifier within the case; a later entry with the same one moves it
 * @param day ISO 8601 day
 * @param note what to look at, or empty
 */
public record CheckInPlanned(String checkIn, String day, String note) {

  /** Reads tolerantly. */
  public CheckInPlanned {
    checkIn = text(checkIn);
    day = text(day);
    note = text(note);
  }
}
