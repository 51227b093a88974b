package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.text;

/**
 * The yes of this side was handed to the house; written whether or not anything comes of it.
 *
 * @param link as in {@link LinkNotice}
 */
public record LinkPassed(String link) {

  /** Reads tolerantly. */
  public LinkPassed {
    link = text(link);
  }
}
