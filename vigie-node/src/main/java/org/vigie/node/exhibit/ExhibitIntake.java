package org.vigie.node.exhibit;

import static org.vigie.node.casefile.Defaults.text;

/**
 * What the custody log commits to for an exhibit, and under which salt. An entry of its own, so
 * that erasing it leaves a log entry that stands for nothing.
 *
 * @param exhibit identifier within the case
 * @param record the intake record in its one spelling, see {@link org.vigie.evidence.IntakeRecord}
 * @param salt 32 bytes, base 64
 */
public record ExhibitIntake(String exhibit, String record, String salt) {

  /** Reads tolerantly. */
  public ExhibitIntake {
    exhibit = text(exhibit);
    record = text(record);
    salt = text(salt);
  }

  /** Never the salt. */
  @Override
  public String toString() {
    return "ExhibitIntake[" + exhibit + "]";
  }
}
