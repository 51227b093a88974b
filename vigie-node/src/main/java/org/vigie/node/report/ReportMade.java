package org.vigie.node.report;

import static org.vigie.node.casefile.Defaults.text;

/**
 * An incident was reported somewhere, by whoever did it; the node sends nothing.
 *
 * @param report identifier within the case; a later entry with the same one replaces it
 * @param incident the incident
 * @param door code of {@link Door}
 * @param when text of a {@link org.vigie.kernel.PartialDate}, or empty
 * @param reference the number or receipt given, or empty
 * @param answer what became of it: a code of the page, such as {@code removed}, or empty
 * @param note in words, or empty
 */
public record ReportMade(
    String report,
    String incident,
    String door,
    String when,
    String reference,
    String answer,
    String note) {

  /** Reads tolerantly. */
  public ReportMade {
    report = text(report);
    incident = text(incident);
    door = text(door).isEmpty() ? Door.OTHER.code() : door;
    when = text(when);
    reference = text(reference);
    answer = text(answer);
    note = text(note);
  }

  /** The same with the answer that came. */
  public ReportMade answered(String what) {
    return new ReportMade(report, incident, door, when, reference, what, note);
  }
}
