package org.vigie.node.exhibit;

import static org.vigie.node.casefile.Defaults.text;

/**
 * Somebody read an exhibit and wrote down what others need of it, so that another need not read it
 * whole. The last entry counts.
 *
 * @param exhibit identifier within the case
 * @param summary what it holds, in words that can be read by whoever is spared the rest
 * @param lines lines that matter, as {@link LineSpan#parse} reads them, or empty
 */
public record ExhibitPrepared(String exhibit, String summary, String lines) {

  /** Reads tolerantly. */
  public ExhibitPrepared {
    exhibit = text(exhibit);
    summary = text(summary);
    lines = text(lines);
  }
}
