package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.text;

/**
 * Something written to the other side.
 *
 * @param as what its author is in the introduction, such as {@code first-person}
 * @param words as typed
 */
public record IntroductionSaid(String as, String words) {

  /** Reads tolerantly. */
  public IntroductionSaid {
    as = text(as);
    words = text(words);
  }
}
