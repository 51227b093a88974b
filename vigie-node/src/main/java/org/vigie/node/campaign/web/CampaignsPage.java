package org.vigie.node.campaign.web;

import java.util.List;
import org.vigie.node.campaign.CampaignOffice;

/**
 * The campaigns of a house.
 *
 * @param open whether this member can look
 * @param keeper whether they also decide
 * @param campaigns what they may see
 * @param people from how many people on a campaign is shown
 * @param weeks between two rounds
 */
public record CampaignsPage(
    boolean open, boolean keeper, List<CampaignOffice.Shown> campaigns, int people, int weeks) {}
