package org.vigie.node.caller;

import static org.vigie.node.casefile.Defaults.text;

/**
 * Somebody judged that two records belong to one caller, or no longer does. The records themselves
 * stay as they are; the last entry about a pair counts.
 *
 * @param one identifier of a record
 * @param other identifier of another
 * @param apart true when the two are taken apart again
 * @param basis why, in words
 */
public record CallersJoined(String one, String other, boolean apart, String basis) {

  /** Reads tolerantly. */
  public CallersJoined {
    one = text(one);
    other = text(other);
    basis = text(basis);
  }
}
