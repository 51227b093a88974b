package org.vigie.node.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.matching.campaign.CampaignView;
import org.vigie.matching.campaign.Continuity;
import org.vigie.matching.campaign.Means;
import org.vigie.matching.campaign.Sighting;
import org.vigie.matching.campaign.Since;
import org.vigie.matching.campaign.Threshold;

/** What lies sealed between two rounds, and what an analyst sees of it from day to day. */
class CampaignBasisTest {

  private static final Threshold THREE = new Threshold(3);
  private static final long TODAY = 20_000;

  private static Sighting told(int person, long day, Map<String, Means> traces) {
    return new Sighting(
        "offer" + person,
        day,
        "file" + person,
        Set.of("person" + person),
        Set.of("helper" + person),
        traces,
        Set.of());
  }

  /** Three in the first quarter of 2024, the fourth in the third one. */
  private static List<Sighting> four() {
    var told = new ArrayList<Sighting>();
    for (var person = 0; person < 4; person++) {
      told.add(told(person, person < 3 ? 19_730 + person : 19_920, Map.of("+1", Means.PHONE)));
    }
    return told;
  }

  private static CampaignBasis round(CampaignBasis before, List<Sighting> told) {
    var name = new Continuity.Named(1, Set.of(), List.of(), 0);
    var group = CampaignBasis.Group.found(name, told, Map.of(), before.since(1));
    return CampaignBasis.parse(new CampaignBasis(1, List.of(group)).encoded());
  }

  private static CampaignView seen(CampaignBasis basis, String without) {
    return basis
        .groups()
        .getFirst()
        .view(offer -> !offer.equals(without), TODAY, THREE)
        .orElseThrow();
  }

  @Test
  void S_92_whoever_of_the_first_goes_since_when_stays_that_day_and_in_later_rounds() {
    var first = round(CampaignBasis.NONE, four());
    var before = seen(first, "");
    assertThat(before.year() + "/" + before.quarter()).isEqualTo("2024/1");
    for (var person = 0; person < 4; person++) {
      assertThat(seen(first, "offer" + person)).isEqualTo(before);
      var left = new ArrayList<>(four());
      left.remove(person);
      assertThat(seen(round(first, left), "")).isEqualTo(before);
    }
  }

  @Test
  void since_when_rests_on_as_many_people_as_are_asked_for() {
    var more = new ArrayList<>(four());
    more.add(told(4, 19_990, Map.of("+1", Means.PHONE)));
    var basis = round(round(CampaignBasis.NONE, four()), more);
    assertThat(basis.since(1)).containsOnlyKeys(3, 5);
    assertThat(basis.since(1)).containsEntry(5, new Since(2024, 3));
    assertThat(basis.groups().getFirst().view(offer -> true, TODAY, new Threshold(10))).isEmpty();
  }

  @Test
  void S_92_the_places_of_stars_do_not_tell_who_came_first() {
    var earlier = new ArrayList<Sighting>();
    var later = new ArrayList<Sighting>();
    for (var person = 0; person < 3; person++) {
      var number = Map.of("+1", Means.PHONE, "+2", Means.PHONE);
      var page = Map.of("+3", Means.PHONE);
      earlier.add(told(person, 19_730 + person, number));
      earlier.add(told(10 + person, 19_800 + person, page));
      later.add(told(person, 19_800 + person, number));
      later.add(told(10 + person, 19_730 + person, page));
    }
    var backwards = later.reversed();
    var one = seen(round(CampaignBasis.NONE, earlier), "");
    assertThat(one.ties()).hasSize(1);
    assertThat(seen(round(CampaignBasis.NONE, backwards), "").ties()).isEqualTo(one.ties());
  }
}
