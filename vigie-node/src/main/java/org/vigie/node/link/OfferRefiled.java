package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;

/**
 * A case filed an offer again by newer rules. The house writes it; the next keeper who comes by
 * puts it in the place of what it was, and it is destroyed.
 *
 * @param offer as in {@link OfferMade}
 * @param norm as there
 * @param rules as there
 * @param kept places of the tokens whose form is the same by the newer rules, as in the first
 *     writing of the offer, whatever was left out of it since
 * @param script the words as a keyed sketch in base64, or empty
 * @param recordings cited as a whole, as keyed sketches in base64
 * @param bringers accounts that brought the recordings, in their order
 */
public record OfferRefiled(
    String offer,
    String norm,
    String rules,
    List<Integer> kept,
    String script,
    List<String> recordings,
    List<String> bringers) {

  /** Reads tolerantly. */
  public OfferRefiled {
    offer = text(offer);
    norm = text(norm);
    rules = text(rules);
    kept = list(kept);
    script = text(script);
    recordings = list(recordings);
    bringers = list(bringers);
  }
}
