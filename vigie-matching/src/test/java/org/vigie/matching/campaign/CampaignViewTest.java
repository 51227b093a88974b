package org.vigie.matching.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.matching.campaign.CampaignView.Star;
import org.vigie.matching.campaign.CampaignView.Tie;
import org.vigie.testkit.Trials;

class CampaignViewTest {

  private static final Threshold THREE = new Threshold(3);

  private static List<Sighting> reached(int people, String... traces) {
    var told = new ArrayList<Sighting>();
    for (var person = 1; person <= people; person++) {
      told.add(Told.by(person, traces));
    }
    return told;
  }

  @Test
  void nothing_is_said_of_fewer_than_three_people_whatever_threshold_is_asked_for() {
    assertThat(view(reached(2, "+1"), new Threshold(1))).isEmpty();
    assertThat(view(reached(3, "+1"), new Threshold(1))).isPresent();
    assertThat(view(reached(4, "+1"), new Threshold(5))).isEmpty();
  }

  @Test
  void each_of_three_people_needs_a_caseworker_of_their_own() {
    var told = new ArrayList<Sighting>();
    for (var person = 1; person <= 3; person++) {
      told.add(with(person, Set.of("one")));
    }
    assertThat(view(told, THREE)).as("one caseworker").isEmpty();
    told.set(0, with(1, Set.of("one", "two", "three")));
    assertThat(view(told, THREE)).as("three beside one person").isEmpty();
    told.set(1, with(2, Set.of("one", "two")));
    assertThat(view(told, THREE)).isPresent();
  }

  private static Sighting with(int person, Set<String> helpers) {
    return new Sighting(
        "s" + person,
        0,
        "f" + person,
        Set.of("p" + person),
        helpers,
        Map.of("+1", Means.PHONE),
        Set.of());
  }

  @Test
  void numbers_are_steps() {
    for (var count : Map.of(3, 3, 4, 3, 5, 5, 9, 5, 10, 10, 19, 10, 20, 20).entrySet()) {
      var view = view(reached(count.getKey(), "+1"), THREE).orElseThrow();
      assertThat(view.persons()).isEqualTo(count.getValue());
      assertThat(view.stars()).containsExactly(new Star(Means.PHONE, count.getValue()));
    }
  }

  @Test
  void shows_only_what_reached_enough_people_and_what_went_together() {
    var told = reached(6, "+1");
    told.addAll(List.of(Told.by(7, "+2", "name1"), Told.by(8, "+2", "name1")));
    told.add(Told.by(1, "+3"));
    told.add(Told.by(2, "+3"));
    told.add(Told.by(3, "+3"));
    var view = view(told, THREE).orElseThrow();
    assertThat(view.stars()).containsExactly(new Star(Means.PHONE, 5), new Star(Means.PHONE, 3));
    assertThat(view.ties()).containsExactly(new Tie(0, 1, 3));
    assertThat(view.lesser()).as("two people each").isEmpty();
  }

  @Test
  void S3_7_shows_what_was_done_only_where_enough_people_tell_of_it() {
    var told = new ArrayList<Sighting>();
    var acts = List.of("infiltrate-group", "recruit-informant", "sow-mistrust", "threat-direct");
    for (var person = 1; person <= 4; person++) {
      var one = Told.by(person, "+1");
      told.add(
          new Sighting(
              one.id(),
              one.day(),
              one.file(),
              one.persons(),
              one.helpers(),
              one.traces(),
              Set.copyOf(acts.subList(0, Math.min(4, 5 - person)))));
    }
    assertThat(view(told, THREE).orElseThrow().acts())
        .extracting(CampaignView.Act::code)
        .containsExactly("infiltrate-group", "recruit-informant");
  }

  @Test
  void says_since_when_enough_people_take_part_and_not_since_whom() {
    var told = new ArrayList<Sighting>();
    var days = new long[] {19_000, 20_400, 20_545};
    for (var person = 0; person < 3; person++) {
      told.add(on(Told.by(person, "+1"), days[person]));
    }
    var view = view(told, THREE).orElseThrow();
    assertThat(view.year() + "/" + view.quarter()).isEqualTo("2026/2");
  }

  @Test
  void S_92_one_person_more_changes_nothing_unless_a_step_is_crossed() {
    Trials.forAll(
        60,
        (random, size) -> {
          var told = new ArrayList<>(reached(3 + size, "+1"));
          var since = Since.of(told, THREE).orElseThrow();
          var before = CampaignView.of(told, THREE, since).orElseThrow();
          told.add(Told.by(1000, "+1", "+" + (2 + random.nextInt(9)), "name" + random.nextInt(9)));
          var after = CampaignView.of(told, THREE, since).orElseThrow();
          if (List.of(5, 10, 20, 50, 100).contains(4 + size)) {
            assertThat(after.persons()).isEqualTo(4 + size);
          } else {
            assertThat(after).isEqualTo(before);
          }
        });
  }

  @Test
  void S_92_one_person_fewer_changes_nothing_unless_a_step_is_crossed() {
    Trials.forAll(
        60,
        (random, size) -> {
          var told = new ArrayList<Sighting>();
          for (var one : reached(4 + size, "+1")) {
            told.add(on(one, random.nextInt(3000)));
          }
          var since = Since.of(told, THREE).orElseThrow();
          var before = CampaignView.of(told, THREE, since).orElseThrow();
          told.remove(random.nextInt(told.size()));
          var after = CampaignView.of(told, THREE, since).orElseThrow();
          if (List.of(5, 10, 20, 50, 100).contains(4 + size)) {
            assertThat(after.persons()).isLessThan(before.persons());
          } else {
            assertThat(after).isEqualTo(before);
          }
        });
  }

  private static Sighting on(Sighting one, long day) {
    return new Sighting(
        one.id(), day, one.file(), one.persons(), one.helpers(), one.traces(), one.acts());
  }

  private static Optional<CampaignView> view(List<Sighting> told, Threshold threshold) {
    return Since.of(told, threshold).flatMap(since -> CampaignView.of(told, threshold, since));
  }
}
