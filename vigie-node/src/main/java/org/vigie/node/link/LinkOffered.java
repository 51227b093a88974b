package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;

/**
 * The tokens of an incident went into the comparison, or were taken out of it again.
 *
 * @param incident identifier within the case
 * @param digest what it was made from, as in {@link LinkApproved}
 * @param offer random identifier of the tokens; known to the case and to the comparison
 * @param ended whether they were taken out
 * @param parts which identifiers of it are in this offer, in their order; empty in older entries
 * @param missing how many wait because of the share host's budgets
 */
public record LinkOffered(
    String incident, String digest, String offer, boolean ended, List<Integer> parts, int missing) {

  /** Reads tolerantly. */
  public LinkOffered {
    incident = text(incident);
    digest = text(digest);
    offer = text(offer);
    parts = list(parts);
  }

  LinkOffered end() {
    return new LinkOffered(incident, digest, offer, true, parts, missing);
  }
}
