package org.vigie.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.house.Founder.Person;
import org.vigie.node.link.LinkedHouse.Side;

/** Several people told of one number; what keepers, analysts and everybody else see of that. */
class CampaignJourneyTest {

  private static final Duration ROUND = Duration.ofDays(28);

  @TempDir private Path folder = Path.of("");

  private static List<Side> sides(LinkedHouse house, int count) {
    var names = List.of("swallow", "linden", "heron", "crane", "plover");
    var sides = new ArrayList<Side>();
    for (var name : names.subList(0, count)) {
      sides.add(house.side(name).counts("yes"));
    }
    return sides;
  }

  private static Person analyst(LinkedHouse house) {
    var analyst = house.invite("analyst", "analyst");
    house.admit(analyst);
    return analyst;
  }

  /** Rounds pass; the keeper comes by; the others who are named sign in again. */
  private static void rounds(LinkedHouse house, int count, Person... people) {
    house.node.later(ROUND.multipliedBy(count));
    house.enter(house.keeper);
    house.keeper().get("/campaigns");
    for (var person : people) {
      house.enter(person);
    }
  }

  private static void show(LinkedHouse house, String answer) {
    house.keeper().get("/campaigns/1");
    var kept = house.keeper().post("/campaigns/1/decision", "answer", answer);
    assertThat(kept.status()).isEqualTo(303);
  }

  /** Everything an analyst can look at, without what differs by nature. */
  private static String everything(Person analyst) {
    var pages = new ArrayList<String>();
    for (var path : List.of("/campaigns", "/campaigns/1", "/")) {
      pages.add(analyst.browser().get(path).body().replaceAll("value=\"[^\"]{20,}\"", ""));
    }
    return String.join("\n", pages);
  }

  @Test
  void S3_7_an_analyst_sees_a_pattern_of_three_people_and_never_a_case() {
    try (var house = LinkedHouse.found(folder)) {
      var analyst = analyst(house);
      var sides = sides(house, 3);
      sides.forEach(
          side -> side.claims("an official", "Watch the institute. " + LinkedHouse.NUMBER));
      rounds(house, 2, analyst);
      assertThat(house.keeper().get("/campaigns").text())
          .contains("Campaign 1", "At least 3 people", "Only keepers see it");
      assertThat(analyst.browser().get("/campaigns").text()).contains("No campaign can be shown");
      assertThat(analyst.browser().get("/campaigns/1").status()).isEqualTo(404);
      show(house, "show");
      var page = analyst.browser().get("/campaigns/1");
      assertThat(page.text())
          .contains(
              "A hypothesis",
              "the same telephone number, at least 3 people",
              "told by at least 3 people",
              "can be forged",
              "What would speak against it")
          .doesNotContain("39 98", "swallow", "linden", "heron", "institute");
      assertThat(page.body())
          .contains("alt=\"What a sender used, as stars without names. A – Telephone number");
      seesNothingElse(analyst, sides);
    }
  }

  private static void seesNothingElse(Person analyst, List<Side> sides) {
    var picture = analyst.browser().get("/campaigns/1/constellation.png");
    assertThat(picture.status()).isEqualTo(200);
    assertThat(analyst.browser().get("/links").status()).isEqualTo(404);
    for (var side : sides) {
      assertThat(analyst.browser().get("/cases/" + side.file()).status()).isEqualTo(404);
      for (var who : List.of(side.person(), side.helper())) {
        assertThat(who.browser().get("/campaigns/1").status()).isNotEqualTo(200);
        assertThat(who.browser().get("/campaigns").status()).isNotEqualTo(200);
      }
    }
  }

  @Test
  void S_92_a_person_more_changes_no_byte_of_what_an_analyst_sees_and_three_are_needed() {
    try (var house = LinkedHouse.found(folder)) {
      var analyst = analyst(house);
      var sides = sides(house, 4);
      sides.subList(0, 2).forEach(side -> side.files("From " + LinkedHouse.NUMBER));
      rounds(house, 2);
      assertThat(house.keeper().get("/campaigns").text()).contains("No campaign can be shown");
      house.enter(sides.get(2).person());
      house.enter(sides.get(2).helper());
      sides.get(2).files("From " + LinkedHouse.NUMBER);
      assertThat(house.keeper().get("/campaigns").text())
          .as("not before the next round")
          .contains("No campaign can be shown");
      rounds(house, 2, analyst);
      show(house, "show");
      var before = everything(analyst);
      assertThat(before).contains("Campaign 1");
      house.enter(sides.get(3).person());
      house.enter(sides.get(3).helper());
      sides.get(3).files("He rang from " + LinkedHouse.NUMBER);
      rounds(house, 2, analyst);
      assertThat(everything(analyst)).isEqualTo(before);
      sides.get(3).person().browser().get("/cases/" + sides.get(3).file() + "/consent");
      house.enter(sides.get(3).person());
      sides.get(3).counts("no");
      assertThat(everything(analyst)).as("and one fewer").isEqualTo(before);
    }
  }

  @Test
  void a_campaign_is_gone_at_once_when_too_few_are_left_who_agree_to_be_counted() {
    try (var house = LinkedHouse.found(folder)) {
      var analyst = analyst(house);
      var sides = sides(house, 3);
      sides.forEach(side -> side.files("From " + LinkedHouse.NUMBER));
      rounds(house, 2, analyst, sides.getFirst().person());
      show(house, "show");
      assertThat(analyst.browser().get("/campaigns/1").status()).isEqualTo(200);
      sides.getFirst().counts("withdrawn");
      assertThat(analyst.browser().get("/campaigns/1").status()).isEqualTo(404);
      assertThat(house.keeper().get("/campaigns/1").status()).isEqualTo(404);
      sides.getFirst().counts("yes");
      assertThat(analyst.browser().get("/campaigns/1").status())
          .as("and back when they agree again")
          .isEqualTo(200);
      show(house, "hide");
      assertThat(analyst.browser().get("/campaigns/1").status()).isEqualTo(404);
    }
  }

  @Test
  void three_people_with_one_caseworker_are_no_campaign_and_nobody_counts_without_agreeing() {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      for (var name : List.of("swallow", "linden", "heron")) {
        house.side(name, helper).counts("yes").files("From " + LinkedHouse.NUMBER);
      }
      var uncounted = house.side("crane");
      uncounted.files("From " + LinkedHouse.NUMBER);
      var other = house.side("plover").counts("yes");
      other.files("From " + LinkedHouse.NUMBER);
      rounds(house, 2);
      assertThat(house.keeper().get("/campaigns").text()).contains("No campaign can be shown");
    }
  }

  @Test
  void whoever_reads_a_case_sees_no_campaign_though_they_are_an_analyst() {
    try (var house = LinkedHouse.found(folder)) {
      var both = house.invite("caseworker analyst", "both");
      house.side("swallow", both);
      rounds(house, 1, both);
      assertThat(both.browser().get("/campaigns").text())
          .contains("nobody who can bring incidents sees what comes of them");
      assertThat(both.browser().get("/campaigns/1").status()).isEqualTo(404);
    }
  }
}
