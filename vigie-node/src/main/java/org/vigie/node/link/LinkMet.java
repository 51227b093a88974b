package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.text;

/**
 * Both sides said yes and an introduction was opened.
 *
 * @param link as in {@link LinkNotice}
 * @param introduction register that both sides share
 */
public record LinkMet(String link, String introduction) {

  /** Reads tolerantly. */
  public LinkMet {
    link = text(link);
    introduction = text(introduction);
  }
}
