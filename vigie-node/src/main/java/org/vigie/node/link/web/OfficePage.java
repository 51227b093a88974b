package org.vigie.node.link.web;

import java.util.List;
import org.vigie.node.link.CanarySet;
import org.vigie.node.link.LinkOffice;

/**
 * What keepers see of links.
 *
 * @param open whether this keeper was let in
 * @param proposals links that wait for a keeper
 * @param alarms who brought a number that was given to nobody
 * @param canaries numbers that were given to nobody
 * @param days between two comparisons
 * @param key how things stand with the key of tokens; one item, or none before the first token
 */
public record OfficePage(
    boolean open,
    List<LinkOffice.Proposal> proposals,
    List<String> alarms,
    List<CanarySet> canaries,
    int days,
    List<LinkOffice.KeyState> key) {}
