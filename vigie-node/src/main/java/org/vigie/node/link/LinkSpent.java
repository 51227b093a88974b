package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.list;

import java.util.List;

/**
 * Tokens that were taken back and erased: what is left of them counts against the budgets, so that
 * taking back makes no room for trying something else.
 *
 * @param accounts the account of each token
 * @param day on which they asked to join, counted from 1970
 */
public record LinkSpent(List<String> accounts, long day) {

  /** Reads tolerantly. */
  public LinkSpent {
    accounts = list(accounts);
  }
}
