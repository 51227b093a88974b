package org.vigie.node.dossier;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;

/**
 * Passages of an account or an incident that one dossier leaves out; the last entry for the same
 * item counts. The words themselves stay as they are.
 *
 * @param dossier which dossier
 * @param item {@link Spoken#key} of the item
 * @param fingerprint of the words whose passages were chosen; other words have to be looked at anew
 * @param passages their numbers, from 0
 */
public record WordsCovered(
    String dossier, String item, String fingerprint, List<Integer> passages) {

  /** Reads tolerantly. */
  public WordsCovered {
    dossier = text(dossier);
    item = text(item);
    fingerprint = text(fingerprint);
    passages = list(passages);
  }
}
