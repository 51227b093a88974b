package org.vigie.matching.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CampaignsTest {

  @Test
  void joins_three_people_whom_one_number_reached() {
    var groups =
        Campaigns.of(
            List.of(Told.by(1, "+1"), Told.by(2, "+1"), Told.by(3, "+1"), Told.by(4, "+2")),
            List.of());
    assertThat(Told.people(groups)).containsExactly(Set.of("person1", "person2", "person3"));
  }

  @Test
  void two_people_are_a_link_and_no_campaign() {
    assertThat(Campaigns.of(List.of(Told.by(1, "+1"), Told.by(2, "+1")), List.of())).isEmpty();
  }

  @Test
  void one_person_with_three_cases_is_one_person() {
    var told = new ArrayList<Sighting>();
    for (var file : List.of("a", "b", "c")) {
      told.add(
          new Sighting(
              file, 1, file, Set.of("she"), Set.of(file), Map.of("+1", Means.PHONE), Set.of()));
    }
    assertThat(Campaigns.of(told, List.of())).isEmpty();
  }

  @Test
  void a_name_used_joins_nobody_alone_and_two_lesser_things_do() {
    var names = List.of(Told.by(1, "name1"), Told.by(2, "name1"), Told.by(3, "name1"));
    assertThat(Campaigns.of(names, List.of())).isEmpty();
    var both =
        List.of(
            Told.by(1, "name1", "page1"),
            Told.by(2, "name1", "page1"),
            Told.by(3, "name1", "page1"));
    assertThat(Campaigns.of(both, List.of())).hasSize(1);
  }

  @Test
  void what_half_the_house_saw_says_nothing() {
    var told = new ArrayList<Sighting>();
    for (var person = 0; person < 60; person++) {
      told.add(Told.by(person, "name1", "page1"));
    }
    assertThat(Campaigns.of(told, List.of())).isEmpty();
  }

  @Test
  void alike_words_join_and_are_one_more_thing_that_is_shared() {
    var told = List.of(Told.by(1, "+1"), Told.by(2, "+2"), Told.by(3, "+3"));
    var ids = told.stream().map(Sighting::id).toList();
    var alike =
        List.of(
            new Likeness(ids.get(0), ids.get(1), 0.7),
            new Likeness(ids.get(1), ids.get(2), 0.7),
            new Likeness(ids.get(0), ids.get(2), 0.6));
    var groups = Campaigns.of(told, alike);
    assertThat(groups).hasSize(1);
    assertThat(groups.getFirst())
        .allMatch(sighting -> sighting.traces().containsValue(Means.SCRIPT));
  }

  @Test
  void copies_of_one_recording_join_and_are_one_more_thing_that_is_shared() {
    var told = List.of(Told.by(1, "+1"), Told.by(2, "+2"), Told.by(3, "+3"));
    assertThat(Campaigns.of(told, copies(told, 1))).hasSize(1);
    assertThat(Campaigns.of(told, copies(told, 1)).getFirst())
        .allMatch(sighting -> sighting.traces().containsValue(Means.RECORDING));
    assertThat(Campaigns.of(told, copies(told, 0.25))).as("by chance, perhaps").isEmpty();
  }

  @Test
  void recordings_and_words_that_are_half_alike_join_together() {
    var told = List.of(Told.by(1, "+1"), Told.by(2, "+2"), Told.by(3, "+3"));
    var both = new ArrayList<>(copies(told, 0.25));
    both.add(new Likeness("of nobody", told.getFirst().id(), 1, Means.RECORDING));
    assertThat(Campaigns.of(told, both)).isEmpty();
    copies(told, 0.25)
        .forEach(copy -> both.add(new Likeness(copy.one(), copy.other(), 0.25, Means.SCRIPT)));
    assertThat(Campaigns.of(told, both)).hasSize(1);
    assertThat(Campaigns.of(told, both).getFirst()).hasSize(3);
    var named = List.of(Told.by(1, "name1"), Told.by(2, "name1"), Told.by(3, "name1"));
    assertThat(Campaigns.of(named, copies(named, 0.25))).hasSize(1);
  }

  @Test
  void a_recording_put_together_of_two_joins_neither_with_the_other() {
    var told = new ArrayList<Sighting>();
    var alike = new ArrayList<Likeness>();
    for (var person = 0; person < 6; person++) {
      told.add(Told.by(person, "+1"));
      for (var other = person % 2; other < person; other += 2) {
        alike.add(copy(told.get(other), told.get(person)));
      }
    }
    told.add(Told.by("made-up", 9, "+1"));
    told.subList(0, 6).forEach(one -> alike.add(copy(one, told.getLast())));
    var stars = new TreeMap<String, Integer>();
    Campaigns.of(told, alike).getFirst().stream()
        .flatMap(sighting -> sighting.traces().entrySet().stream())
        .filter(trace -> trace.getValue() == Means.RECORDING)
        .forEach(trace -> stars.merge(trace.getKey(), 1, Integer::sum));
    assertThat(stars.values()).as("it goes with one of both").containsExactlyInAnyOrder(4, 3);
  }

  private static Likeness copy(Sighting one, Sighting other) {
    return new Likeness(one.id(), other.id(), 1, Means.RECORDING);
  }

  private static List<Likeness> copies(List<Sighting> told, double score) {
    return List.of(
        new Likeness(told.get(0).id(), told.get(1).id(), score, Means.RECORDING),
        new Likeness(told.get(1).id(), told.get(2).id(), score, Means.RECORDING),
        new Likeness(told.get(0).id(), told.get(2).id(), score, Means.RECORDING));
  }

  @Test
  void one_account_never_makes_two_campaigns_one_and_is_in_both() {
    var told = new ArrayList<Sighting>();
    for (var person = 1; person <= 4; person++) {
      told.add(Told.by(person, "+1"));
      told.add(Told.by(person + 10, "+2"));
    }
    told.add(Told.by("made-up", 99, "+1", "+2"));
    assertThat(Told.people(Campaigns.of(told, List.of())))
        .hasSize(2)
        .allMatch(people -> people.contains("person99") && people.size() == 5);
    told.add(Told.by("second", 98, "+1", "+2"));
    assertThat(Campaigns.of(told, List.of())).as("two accounts do").hasSize(1);
  }

  @Test
  void a_flood_of_one_number_takes_time_in_proportion() {
    var told = new ArrayList<Sighting>();
    for (var person = 0; person < 60_000; person++) {
      told.add(Told.by("s" + person, person, "+1"));
    }
    var start = System.nanoTime();
    assertThat(Campaigns.of(told, List.of()).getFirst()).hasSize(60_000);
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
  }
}
