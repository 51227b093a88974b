package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.list;

import java.util.List;

/**
 * Tokens that were taken back and erased, or that newer rules have no use for: what is left of them
 * counts against the budgets in the place that they had, so that it neither makes room for trying
 * something else nor takes the room of what came before.
 *
 * @param accounts the account of each token and of words
 * @param day on which they asked to join, counted from 1970
 * @param again whether their incident was filed again by newer rules; the journal says so
 * @param sounds the account of each begun half minute of recordings; empty in older entries, which
 *     have these among the others
 * @param sequence place of the offer among all; 0, before them, in older entries
 */
public record LinkSpent(
    List<String> accounts, long day, boolean again, List<String> sounds, long sequence) {

  /** Reads tolerantly. */
  public LinkSpent {
    accounts = list(accounts);
    sounds = list(sounds);
  }
}
