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
 * @param rules by which it was filed, as in {@link Rules}; empty in older entries
 * @param source what it was made from, as in {@link LinkApproved}; empty in older entries
 * @param forms keyed digests of the forms of {@code parts}; what tells which of them newer rules
 *     leave as they are
 * @param places of {@code parts} in the first writing of this offer; from 0 on where there are none
 * @param dropped how many of its tokens newer rules had no use for
 * @param beside the offer in whose place among all this stands, as in {@link OfferMade}; or empty
 */
public record LinkOffered(
    String incident,
    String digest,
    String offer,
    boolean ended,
    List<Integer> parts,
    int missing,
    String rules,
    String source,
    List<String> forms,
    List<Integer> places,
    int dropped,
    String beside) {

  /** Reads tolerantly. */
  public LinkOffered {
    incident = text(incident);
    digest = text(digest);
    offer = text(offer);
    parts = list(parts);
    rules = text(rules);
    source = text(source);
    forms = list(forms);
    places = list(places);
    beside = text(beside);
  }

  LinkOffered end() {
    return new LinkOffered(
        incident, digest, offer, true, parts, missing, rules, source, forms, places, dropped,
        beside);
  }

  /** Where the token with this number was in the first writing of this offer. */
  int place(int number) {
    return number < places.size() ? places.get(number) : number;
  }

  /** Whether it is from before there were parts: then all of them are in it. */
  boolean whole() {
    return rules.isEmpty() && parts.isEmpty() && missing == 0;
  }
}
