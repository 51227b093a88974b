package org.vigie.node.campaign.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Language;
import org.vigie.matching.campaign.CampaignView;
import org.vigie.matching.campaign.Means;
import org.vigie.node.campaign.CampaignOffice;
import org.vigie.node.incident.Act;
import org.vigie.node.incident.Taxonomy;
import org.vigie.node.picture.Picture;

/**
 * One campaign.
 *
 * @param campaign what may be said of it
 * @param keeper whether this member decides who sees it
 * @param picture the constellation, or null where no one thing reached enough people
 */
public record CampaignPage(
    CampaignOffice.Shown campaign, boolean keeper, @Nullable Picture picture) {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** The letter of a star. */
  public static String letter(int star) {
    return LETTERS.substring(star, star + 1);
  }

  /** What may be said of it. */
  public CampaignView view() {
    return campaign.view();
  }

  /** Every kind of thing that joins people in it. */
  private Set<Means> means() {
    var means = EnumSet.noneOf(Means.class);
    view().stars().forEach(star -> means.add(star.means()));
    means.addAll(view().lesser());
    return means;
  }

  /** Ends of message keys: what else it may be, the likeliest first. */
  public List<String> others() {
    var others = new ArrayList<String>();
    if (means().contains(Means.PHONE)) {
      others.add("spoofed");
    }
    others.add("mass");
    if (means().stream().anyMatch(Means::alone)) {
      others.add("passed-on");
    }
    others.add("related");
    others.add("false");
    return others;
  }

  /** Ends of message keys: what would speak against it. */
  public List<String> against() {
    var against = new ArrayList<String>();
    means().forEach(means -> against.add(means.code()));
    against.addAll(List.of("one-source", "planted"));
    return against;
  }

  /** The word for an act, where this release knows it. */
  public static Optional<String> act(String code, Language language) {
    return Taxonomy.shipped().find(code).map((Act act) -> act.in(language).label());
  }
}
