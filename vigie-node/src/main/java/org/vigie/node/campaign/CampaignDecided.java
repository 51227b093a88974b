package org.vigie.node.campaign;

import org.vigie.register.EntryType;

/**
 * A keeper lets analysts see a campaign, or takes it back from them.
 *
 * @param campaign its number
 * @param shown whether analysts see it
 */
public record CampaignDecided(int campaign, boolean shown) {

  static final EntryType<CampaignDecided> TYPE =
      new EntryType<>("campaigns.decided", 1, CampaignDecided.class);
}
