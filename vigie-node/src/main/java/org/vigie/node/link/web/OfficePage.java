package org.vigie.node.link.web;

import java.util.List;
import org.vigie.node.link.CanarySet;
import org.vigie.node.link.KeyState;
import org.vigie.node.link.LinkOffice;

/**
 * What keepers see of links.
 *
 * @param open whether this keeper was let in
 * @param proposals links that wait for a keeper
 * @param alarms who brought a number that was given to nobody
 * @param canaries numbers that were given to nobody
 * @param days between two comparisons
 * @param earlier how many offers wait to be filed again by those who read their cases
 * @param key how things stand with the key of tokens; one item, or none before the first token
 */
public record OfficePage(
    boolean open,
    List<LinkOffice.Proposal> proposals,
    List<String> alarms,
    List<CanarySet> canaries,
    int days,
    int earlier,
    List<KeyState> key) {

  /** How many of those numbers would catch somebody now. */
  public long catching() {
    return canaries.stream().filter(canary -> !canary.lost()).count();
  }
}
