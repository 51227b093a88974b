package org.vigie.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkJourneyTest {

  private static final Pattern INTRODUCTION =
      Pattern.compile("href=\"(/introductions/[0-9a-f]{32})\"");

  @TempDir private Path folder = Path.of("");

  @Test
  void S2_2_two_cases_join_by_a_number_without_exposing_either_person() {
    try (var house = LinkedHouse.found(folder)) {
      var first = house.side("swallow");
      var second = house.side("linden");
      first.files("He called from " + LinkedHouse.NUMBER + " and asked me to watch the institute");
      second.files("From 0033 (0)6.39.98.40.17 came the order to stop");
      house.later(first.person(), first.helper(), second.person(), second.helper());
      house.release();
      assertThat(second.asked(second.helper())).isEmpty();
      assertThat(first.asked(first.person())).as("caseworkers first").isEmpty();
      var notice = first.helper().browser().get(first.links()).text();
      assertThat(notice).contains("the same telephone number", "hypothesis", "can be forged");
      first.yes();
      second.yes();
      var page = second.person().browser().get(second.links()).body();
      var found = INTRODUCTION.matcher(page);
      assertThat(found.find()).isTrue();
      write(first, second, found.group(1));
      assertThat(first.person().browser().get("/cases/" + second.file()).status()).isEqualTo(404);
      assertThat(second.helper().browser().get("/cases/" + first.file()).status()).isEqualTo(404);
      assertThat(house.keeper().get(found.group(1)).status()).isEqualTo(404);
      assertThat(house.keeper().get("/links/journal").text())
          .contains("An introduction was opened", "A link was let go out")
          .doesNotContain("swallow", "linden", "39 98");
    }
  }

  @Test
  void S2_1_what_a_caller_claims_to_be_stays_a_claim_whatever_is_linked() {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var first = house.side("swallow", helper);
      var second = house.side("linden", helper);
      var incident = first.claims("an official", "Watch the institute. " + LinkedHouse.NUMBER);
      second.files("From " + LinkedHouse.NUMBER);
      house.later(first.person(), helper, second.person());
      house.release();
      var page = helper.browser().get("/cases/" + first.file() + "/incidents/" + incident).text();
      assertThat(page)
          .contains("an official claimed, not verified", "behind it A0 – sender unknown Grade");
      assertThat(helper.browser().get(first.links()).text())
          .contains("a hypothesis, not a finding")
          .doesNotContain("official");
    }
  }

  @Test
  void a_keeper_sees_no_link_of_a_case_they_read_when_another_keeper_could_look() {
    try (var house = LinkedHouse.found(folder)) {
      var first = house.side("swallow", house.keeper);
      var second = house.side("linden", house.keeper);
      first.files("From " + LinkedHouse.NUMBER);
      second.files("From " + LinkedHouse.NUMBER);
      house.later(first.person(), second.person());
      assertThat(house.keeper().get("/links").text())
          .contains("A link is proposed", "the only keeper");
      var another = house.invite("keeper", "other keeper");
      house.admit(another);
      house.keeper().get("/links");
      assertThat(house.proposals()).isEmpty();
      assertThat(another.browser().get("/links").text())
          .contains("A link is proposed")
          .doesNotContain("the only keeper");
    }
  }

  private static void write(LinkedHouse.Side first, LinkedHouse.Side second, String path) {
    first.person().browser().get(path);
    first.person().browser().post(path, "message", "Did he speak of the institute?");
    assertThat(second.person().browser().get(path).text())
        .contains("Did he speak of the institute?", "The person on the other side");
    second.helper().browser().get(path);
    second.helper().browser().post(path, "message", "He did.");
    assertThat(first.helper().browser().get(path).text())
        .contains("He did.", "The caseworker on the other side");
  }

  @Test
  void who_leaves_an_introduction_reads_no_more_of_it() {
    try (var house = LinkedHouse.found(folder)) {
      var first = house.side("swallow");
      var second = house.side("linden");
      first.files("Number " + LinkedHouse.NUMBER);
      second.files("Number " + LinkedHouse.NUMBER);
      house.later(first.person(), first.helper(), second.person(), second.helper());
      house.release();
      first.yes();
      second.yes();
      var found = INTRODUCTION.matcher(second.person().browser().get(second.links()).body());
      assertThat(found.find()).isTrue();
      var path = found.group(1);
      first.person().browser().get(path + "/leave");
      first.person().browser().post(path + "/leave");
      assertThat(first.person().browser().get(path).status()).isEqualTo(404);
      second.person().browser().get(path);
      second.person().browser().post(path, "message", "Are you there?");
      assertThat(first.helper().browser().get(path).text()).contains("Are you there?");
      house.enter(first.person());
      assertThat(first.person().browser().get(path).status()).isEqualTo(404);
    }
  }

  @Test
  void a_no_stays_on_its_side() {
    try (var house = LinkedHouse.found(folder)) {
      var first = house.side("swallow");
      var second = house.side("linden");
      first.files("Number " + LinkedHouse.NUMBER);
      second.files("Number " + LinkedHouse.NUMBER);
      house.later(first.person(), first.helper(), second.person(), second.helper());
      var before = second.everything(second.person());
      house.release();
      first.answer(first.helper(), "yes");
      first.answer(first.person(), "no");
      assertThat(second.everything(second.person())).isEqualTo(before);
      assertThat(house.keeper().get("/links/journal").text()).doesNotContain("gave the house");
    }
  }
}
