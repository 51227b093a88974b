package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;

/**
 * A keeper looked at a proposed link.
 *
 * @param pair keyed identifier of the two cases together
 * @param decision {@code released} or {@code refused}
 * @param offers what it rested on, both sides
 * @param kinds codes of {@link SharedKind}
 */
public record LinkDecided(String pair, String decision, List<String> offers, List<String> kinds) {

  /** Reads tolerantly. */
  public LinkDecided {
    pair = text(pair);
    decision = text(decision);
    offers = list(offers);
    kinds = list(kinds);
  }
}
