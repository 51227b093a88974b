package org.vigie.node.casefile;

/**
 * A name, number, handle or address that must occur in nothing that leaves the house. Every dossier
 * is searched for it before release.
 *
 * @param item identifier within the case
 * @param kind {@code name}, {@code number}, {@code handle}, {@code address} or {@code other}
 * @param text what must not occur
 * @param lifted true when the person took the wish back
 */
public record NeverSaid(String item, String kind, String text, boolean lifted) {

  /** Reads tolerantly. */
  public NeverSaid {
    item = Defaults.text(item);
    kind = Defaults.text(kind);
    text = Defaults.text(text);
  }
}
