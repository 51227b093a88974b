package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.text;

/**
 * The tokens of an incident went into the comparison, or were taken out of it again.
 *
 * @param incident identifier within the case
 * @param digest what it was made from, as in {@link LinkApproved}
 * @param offer random identifier of the tokens; known to the case and to the comparison
 * @param ended whether they were taken out
 */
public record LinkOffered(String incident, String digest, String offer, boolean ended) {

  /** Reads tolerantly. */
  public LinkOffered {
    incident = text(incident);
    digest = text(digest);
    offer = text(offer);
  }

  LinkOffered end() {
    return new LinkOffered(incident, digest, offer, true);
  }
}
