package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;

/**
 * The house tells a case that another one may have been reached by the same hand: a hypothesis with
 * its reasons, nothing of the other case, no day.
 *
 * @param link identifier of the link as this side knows it; the other side has another
 * @param side {@code first} for the side that was there earlier, {@code second}
 * @param kinds codes of {@link SharedKind}, strongest first
 * @param strength code of {@link Strength}
 * @param rarity code of {@link Rarity}
 * @param month in which it was found, such as {@code 2026-11}
 * @param reply sealed by the node for itself: what it needs to pass a yes on; opens nothing for a
 *     member
 */
public record LinkNotice(
    String link,
    String side,
    List<String> kinds,
    String strength,
    String rarity,
    String month,
    String reply) {

  /** Reads tolerantly. */
  public LinkNotice {
    link = text(link);
    side = text(side);
    kinds = list(kinds);
    strength = text(strength);
    rarity = text(rarity);
    month = text(month);
    reply = text(reply);
  }
}
