package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.text;

/**
 * A line of the journal that the house writes by itself.
 *
 * @param what {@code answered} by one side, {@code asked} the other side, {@code introduced}
 * @param pair as in {@link LinkDecided}
 */
public record LinkNoted(String what, String pair) {

  /** Reads tolerantly. */
  public LinkNoted {
    what = text(what);
    pair = text(pair);
  }
}
