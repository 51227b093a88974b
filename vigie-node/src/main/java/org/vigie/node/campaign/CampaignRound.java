package org.vigie.node.campaign;

import static org.vigie.node.casefile.Defaults.text;

import org.vigie.register.EntryType;

/**
 * The campaigns of one round. The round before is erased.
 *
 * @param day on which the round began, counted from 1970
 * @param basis what they rest on, sealed by the node for itself; opens nothing for a member
 */
public record CampaignRound(long day, String basis) {

  static final EntryType<CampaignRound> TYPE =
      new EntryType<>("campaigns.round", 1, CampaignRound.class);

  /** Reads tolerantly. */
  public CampaignRound {
    basis = text(basis);
  }
}
