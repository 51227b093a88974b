package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.text;

/**
 * A second person read an incident and finds that it may be compared. It counts for exactly what
 * was read.
 *
 * @param incident identifier within the case
 * @param digest SHA-256 of what would be compared, in hexadecimal digits
 * @param source likewise of what it is made from, as it is written, so that a reading outlives the
 *     rules; empty in older entries
 */
public record LinkApproved(String incident, String digest, String source) {

  /** Reads tolerantly. */
  public LinkApproved {
    incident = text(incident);
    digest = text(digest);
    source = text(source);
  }
}
