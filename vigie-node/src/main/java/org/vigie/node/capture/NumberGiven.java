package org.vigie.node.capture;

import static org.vigie.node.casefile.Defaults.text;

/**
 * The number behind a name that an export shows instead of it, as somebody gave it. Never guessed:
 * the same name elsewhere says nothing.
 *
 * @param exhibit the export
 * @param name exactly as the export writes it
 * @param number as it was given
 * @param basis where it is from: {@code contacts}, {@code paper}, {@code memory}, {@code card}
 * @param card the exhibit of the contact card, or empty
 * @param caller the record of the number among the callers
 */
public record NumberGiven(
    String exhibit, String name, String number, String basis, String card, String caller) {

  /** Reads tolerantly. */
  public NumberGiven {
    exhibit = text(exhibit);
    name = text(name);
    number = text(number);
    basis = text(basis);
    card = text(card);
    caller = text(caller);
  }
}
