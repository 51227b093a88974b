package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;

/**
 * Both sides are in; from now on it can be written to.
 *
 * @param kinds what brought both together: codes of {@link SharedKind}
 * @param month in which the link was found, such as {@code 2026-11}
 */
public record IntroductionOpened(List<String> kinds, String month) {

  /** Reads tolerantly. */
  public IntroductionOpened {
    kinds = list(kinds);
    month = text(month);
  }
}
