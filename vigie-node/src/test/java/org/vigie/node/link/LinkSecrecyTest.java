package org.vigie.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.link.LinkedHouse.Side;

/** What somebody tries who is in the house to find out who else is. */
class LinkSecrecyTest {

  private static final String KNOWN = "+33 6 39 98 40 17";
  private static final String TAKEN_BACK = "+33 6 39 98 40 18";
  private static final String UNKNOWN = "+33 6 39 98 40 19";

  @TempDir private Path folder = Path.of("");

  @Test
  void S_52_answers_are_the_same_bytes_with_a_match_without_and_with_one_that_has_no_consent() {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var earlier = house.side("swallow", helper);
      var regretting = house.side("linden", helper);
      earlier.files("From " + KNOWN);
      regretting.files("From " + TAKEN_BACK);
      regretting.agrees("withdrawn");
      var probes = new ArrayList<Side>();
      for (var name : List.of("heron", "crane", "plover")) {
        probes.add(house.side(name, helper));
      }
      var bytes = new ArrayList<StringBuilder>();
      for (var number : List.of(KNOWN, UNKNOWN, TAKEN_BACK)) {
        bytes.add(probe(probes.get(bytes.size()), "He rang from " + number));
      }
      house.later(earlier.person(), helper);
      probes.forEach(probe -> house.enter(probe.person()));
      look(probes, bytes);
      house.release();
      look(probes, bytes);
      earlier.answer(helper, "yes");
      look(probes, bytes);
      requireSame(bytes.get(1).toString(), bytes.get(0).toString());
      requireSame(bytes.get(2).toString(), bytes.get(0).toString());
      assertThat(house.proposals()).isEmpty();
      earlier.answer(earlier.person(), "yes");
      assertThat(probes.get(0).asked(helper)).as("the same pages can differ").hasSize(1);
      assertThat(probes.get(2).asked(helper)).isEmpty();
    }
  }

  /** Names the first line that differs. */
  private static void requireSame(String one, String other) {
    var left = one.lines().toList();
    var right = other.lines().toList();
    for (var i = 0; i < Math.min(left.size(), right.size()); i++) {
      assertThat(left.get(i)).isEqualTo(right.get(i));
    }
    assertThat(one).hasSameSizeAs(other);
  }

  private static StringBuilder probe(Side side, String words) {
    var base = "/cases/" + side.file() + "/incidents";
    side.person().browser().get(base + "/new");
    var kept = side.person().browser().post(base, "original", words);
    var incident = kept.location().substring(base.length() + 1);
    side.helper().browser().get(side.links());
    var approved = side.approve(incident);
    side.helper().browser().get(side.links());
    return new StringBuilder(side.plain(kept.location() + kept.body()))
        .append(side.plain(approved.location() + approved.body()));
  }

  private static void look(List<Side> probes, List<StringBuilder> bytes) {
    // Takes the sentence about the helper's own last answer off the pages that are compared
    probes.getFirst().helper().browser().get("/");
    for (var i = 0; i < probes.size(); i++) {
      var probe = probes.get(i);
      bytes
          .get(i)
          .append(probe.everything(probe.person()))
          .append(probe.plain(probe.helper().browser().get(probe.links()).body()));
    }
  }

  @Test
  void S_53_a_list_of_own_numbers_tells_nothing_and_a_canary_gives_the_account_away() {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var earlier = house.side("swallow", helper);
      var probe = house.side("heron", helper);
      house.keeper().get("/links");
      house.keeper().post("/links/canaries", "identifier", "+33 6 39 98 77 00");
      earlier.files("From " + KNOWN);
      var incident = probe.files("From " + KNOWN + ", +33 6 39 98 77 00 and +33 6 39 98 77 01");
      house.later(earlier.person(), helper, probe.person());
      assertThat(house.keeper().get("/links").text())
          .contains("given to nobody", "note for heron")
          .doesNotContain("note for swallow");
      assertThat(house.proposals()).as("nothing of a probing account is compared").isEmpty();
      assertThat(probe.asked(helper)).isEmpty();
      probe.changes(incident, "From " + KNOWN);
      probe.approve(incident);
      house.later(earlier.person(), helper, probe.person());
      assertThat(house.keeper().get("/links").text())
          .as("nor once it took the number back")
          .contains("note for heron");
      assertThat(house.proposals()).isEmpty();
    }
  }

  @Test
  void S_53_taking_numbers_out_one_by_one_does_not_tell_which_one_was_known() {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var earlier = house.side("swallow", helper);
      var probe = house.side("heron", helper);
      earlier.files("From " + KNOWN);
      var incident = probe.files("From " + UNKNOWN + " and " + KNOWN);
      house.later(earlier.person(), helper, probe.person());
      house.release();
      earlier.yes();
      assertThat(probe.asked(helper)).hasSize(1);
      probe.changes(incident, "From " + UNKNOWN);
      probe.approve(incident);
      assertThat(probe.asked(helper)).as("still there without the number").hasSize(1);
      assertThat(probe.helper().browser().get(probe.links()).text()).doesNotContain("39 98");
    }
  }

  @Test
  void S_54_nothing_of_the_other_side_is_in_any_answer_before_both_agree() {
    try (var house = LinkedHouse.found(folder)) {
      var first = house.side("swallow");
      var second = house.side("linden");
      first.files("The man of the consulate, " + KNOWN);
      second.files("A woman, the number was " + KNOWN);
      house.later(first.person(), first.helper(), second.person(), second.helper());
      house.release();
      first.yes();
      second.answer(second.helper(), "yes");
      for (var who : List.of(first.person(), first.helper())) {
        assertThat(first.everything(who))
            .doesNotContain("linden", second.file(), "A woman", "introductions/");
      }
      for (var who : List.of(second.person(), second.helper())) {
        assertThat(second.everything(who))
            .doesNotContain("swallow", first.file(), "consulate", "introductions/");
      }
      assertThat(house.keeper().get("/links").body() + house.keeper().get("/links/journal").body())
          .doesNotContain("swallow", "linden", first.file(), second.file(), "39 98");
    }
  }

  @Test
  void a_consent_taken_back_before_release_leaves_nothing_to_release() {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var first = house.side("swallow", helper);
      var second = house.side("linden", helper);
      first.files("From " + KNOWN);
      second.files("From " + KNOWN);
      house.later(first.person(), helper, second.person());
      assertThat(house.proposals()).hasSize(1);
      second.agrees("withdrawn");
      assertThat(house.proposals()).isEmpty();
      assertThat(house.keeper().get("/links/journal").text()).contains("were destroyed");
    }
  }

  @Test
  void a_consent_taken_back_after_release_keeps_the_other_side_from_hearing_of_it() {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var first = house.side("swallow", helper);
      var second = house.side("linden", helper);
      first.files("From " + KNOWN);
      second.files("From " + KNOWN);
      house.later(first.person(), helper, second.person());
      house.release();
      second.agrees("withdrawn");
      first.yes();
      second.agrees("yes");
      assertThat(second.asked(helper)).isEmpty();
    }
  }

  @Test
  void a_yes_can_be_taken_back_until_the_introduction_is_open() {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var first = house.side("swallow", helper);
      var second = house.side("linden", helper);
      first.files("From " + KNOWN);
      second.files("From " + KNOWN);
      house.later(first.person(), helper, second.person());
      house.release();
      first.yes();
      first.answer(first.person(), "no");
      second.yes();
      assertThat(second.person().browser().get("/introductions").text())
          .contains("You are in no introduction");
      assertThat(first.person().browser().get(first.links()).text())
          .contains("Nothing more comes of this link");
    }
  }

  @Test
  void one_person_with_two_cases_is_told_of_no_link() {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var colleague = house.invite("caseworker", "colleague");
      house.admit(helper, colleague);
      var one = house.opened("Swallow", helper, colleague);
      var two = house.opened("swallow ", helper, colleague);
      one.files("From " + KNOWN);
      one.files("And again from " + KNOWN);
      two.files("From " + KNOWN);
      house.later(helper, colleague);
      assertThat(house.proposals()).isEmpty();
      house.enter(helper);
      var other = house.opened("linden", helper, colleague);
      other.files("From " + KNOWN);
      house.later(helper, colleague);
      assertThat(house.proposals()).as("with each of both").hasSize(2);
    }
  }

  @Test
  void what_is_changed_while_it_is_read_is_not_approved() {
    try (var house = LinkedHouse.found(folder)) {
      var side = house.side("swallow");
      var incident = side.writes("From " + UNKNOWN);
      var read = side.read(incident);
      side.changes(incident, "From " + KNOWN);
      side.approve(incident, read);
      assertThat(side.helper().browser().get(side.links()).text())
          .contains("changed since this page was shown", "Waits for a second person");
    }
  }

  @Test
  void what_was_changed_after_it_was_read_waits_to_be_read_again() {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var first = house.side("swallow", helper);
      var second = house.side("linden", helper);
      first.files("From " + KNOWN);
      var incident = second.files("From " + UNKNOWN);
      second.changes(incident, "From " + KNOWN);
      house.later(first.person(), helper, second.person());
      assertThat(house.proposals()).isEmpty();
      assertThat(second.person().browser().get(second.links()).text())
          .contains("waits for somebody else");
      second.approve(incident);
      assertThat(house.proposals()).as("not before seven more days").isEmpty();
      house.later(first.person(), helper, second.person());
      assertThat(house.proposals()).hasSize(1);
    }
  }
}
