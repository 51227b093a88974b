package org.vigie.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.incident.Incidents;
import org.vigie.node.link.LinkedHouse.Side;
import org.vigie.node.ops.Home;
import org.vigie.node.share.ShareProcess;
import org.vigie.register.Draft;
import org.vigie.register.Registers;
import org.vigie.testkit.Midnight;

/** What a release before this one filed is filed again, while somebody is there who reads it. */
class RefilingTest {

  private static final String SCRIPT =
      "You are at the bottom of the list, there is pressure on you, we can remove the pressure,"
          + " come back and you will see your parents";
  private static final String NEARLY =
      "you are at the bottom of the list. There is pressure on you; we can remove the pressure."
          + " Come back and you see your parents, your sister too";
  private static final String OTHER =
      "The office of students abroad expects your answer by the end of this week, otherwise your"
          + " grant is not paid out any more and the hall";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void sameDay() throws InterruptedException {
    Midnight.notWithin(Duration.ofMinutes(5));
  }

  @Test
  void S_52_what_earlier_rules_filed_meets_others_once_it_is_filed_again_and_shows_nobody()
      throws Exception {
    try (var house = LinkedHouse.found(folder)) {
      var former = new FormerFiling(house);
      var helper = house.invite("caseworker", "helper");
      var first = house.side("swallow", helper);
      var second = house.side("linden", helper);
      var alone = house.side("heron", helper);
      former.file(first, first.writes(SCRIPT));
      former.file(alone, alone.writes(OTHER), FormerFiling.offer(2));
      house.enter(helper);
      second.files(NEARLY);
      house.later(first.person(), helper, second.person(), alone.person());
      assertThat(house.proposals()).as("sketches of another version").isEmpty();
      assertThat(house.keeper().get("/links").text())
          .contains("2 incidents in the comparison were filed by earlier rules");
      var before = first.plain(helper.browser().get("/cases").body());
      assertThat(before).contains("2 incidents that take part", "File again by the rules of now");
      var said = helper.browser().post("/links/again");
      assertThat(said.location()).isEqualTo("/cases");
      assertThat(helper.browser().get("/cases").text())
          .contains("Everything that takes part is filed by the rules of now")
          .doesNotContain("File again");
      for (var who : List.of(helper, first.person())) {
        var other = who.equals(helper) ? helper : alone.person();
        assertThat(first.plain(who.browser().get(first.links()).body()))
            .isEqualTo(alone.plain(other.browser().get(alone.links()).body()));
      }
      house.release();
      assertThat(house.keeper().get("/links/journal").text())
          .contains("was filed again by newer rules", "An incident joined the comparison");
      assertThat(house.keeper().get("/links").text()).doesNotContain("earlier rules");
      assertThat(first.asked(helper)).as("who was there earlier stays so").hasSize(1);
      assertThat(second.asked(helper)).isEmpty();
      assertThat(alone.asked(helper)).isEmpty();
      assertThat(former.standing())
          .as("one each, and what they were is destroyed")
          .containsExactlyInAnyOrder("again 0 now", "again 0 now", "offer 0 now");
    }
  }

  @Test
  void S_53_filing_again_asks_for_nothing_but_what_has_another_form_and_has_no_room_of_its_own()
      throws Exception {
    try (var house = LinkedHouse.found(folder)) {
      var former = new FormerFiling(house);
      var helper = house.invite("caseworker", "helper");
      var first = house.side("swallow", helper);
      var second = house.side("linden", helper);
      var incident =
          called(
              first,
              "Alim Tursun",
              "+33 6 39 98 40 11",
              "+33 6 39 98 40 12",
              "+33 6 39 98 40 13",
              "+33 6 39 98 40 14");
      former.file(first, incident);
      var before = former.indexes();
      assertThat(before).hasSize(5);
      house.enter(helper);
      assertThat(answered(house)).isEqualTo(5);
      second.approve(called(second, "ئالىم تۇرسۇن"));
      assertThat(answered(house)).isEqualTo(6);
      assertThat(helper.browser().get(first.links()).text())
          .contains("Takes part", "1 of its numbers and names joins another day");
      assertThat(answered(house)).as("four as they were, and no room for the fifth").isEqualTo(6);
      tomorrow(house);
      helper.browser().get(first.links());
      helper.browser().get(first.links());
      assertThat(answered(house)).as("once").isEqualTo(7);
      house.enter(house.keeper);
      assertThat(former.indexes())
          .contains(before.subList(1, 5).toArray(String[]::new))
          .doesNotContain(before.getFirst())
          .hasSize(6);
      assertThat(house.proposals()).as("not before seven whole days").isEmpty();
      house.later(first.person(), helper, second.person());
      house.release();
      assertThat(first.asked(helper)).as("who was there earlier stays so").hasSize(1);
      assertThat(second.asked(helper)).isEmpty();
    }
  }

  @Test
  void S_53_what_was_kept_back_until_an_update_comes_after_what_others_brought_meanwhile()
      throws Exception {
    try (var house = LinkedHouse.found(folder)) {
      var former = new FormerFiling(house);
      var helper = house.invite("caseworker", "helper");
      var first = house.side("swallow", helper);
      var second = house.side("linden", helper);
      var incident =
          called(
              first,
              "Alim Tursun",
              "+33 6 39 98 40 11",
              "+33 6 39 98 40 12",
              "+33 6 39 98 40 13",
              "+33 6 39 98 40 14",
              "+33 6 39 98 40 15",
              "+33 6 39 98 40 16");
      former.file(first, incident);
      assertThat(former.indexes()).as("no room for the last two").hasSize(5);
      house.enter(helper);
      second.approve(called(second, "+33 6 39 98 40 16"));
      assertThat(helper.browser().get(first.links()).text())
          .contains("3 of its numbers and names join another day");
      tomorrow(house);
      helper.browser().get(first.links());
      house.enter(house.keeper);
      assertThat(former.indexes()).hasSize(8);
      house.later(first.person(), helper, second.person());
      house.release();
      assertThat(second.asked(helper)).as("who was there earlier").hasSize(1);
      assertThat(first.asked(helper)).isEmpty();
    }
  }

  @Test
  void filed_again_twice_before_a_keeper_comes_by_each_token_stays_the_one_it_was()
      throws Exception {
    try (var house = LinkedHouse.found(folder)) {
      var former = new FormerFiling(house);
      var helper = house.invite("caseworker", "helper");
      var side = house.side("swallow", helper);
      var incident = called(side, "+33 6 39 98 40 11", "+33 6 39 98 40 12", "+33 6 39 98 40 13");
      former.file(side, incident);
      var before = former.indexes();
      between(house, former, side, incident);
      house.enter(helper);
      helper.browser().get(side.links());
      house.enter(house.keeper);
      assertThat(former.indexes()).containsExactlyInAnyOrderElementsOf(before);
      assertThat(former.standing()).containsExactlyInAnyOrder("again 2 now", "offer 1 now");
    }
  }

  /** As a release between those two filed it, by which the second number had another form. */
  private static void between(LinkedHouse house, FormerFiling former, Side side, String incident)
      throws Exception {
    var rules = "norm-v1 names-0";
    former.inCase(
        side,
        file -> {
          var found = Incidents.of(file).find(incident).orElseThrow();
          var read = Gathered.of(file, found.now(), LinkPolicy.STANDARD, Rules.NOW);
          var readings = new Readings(house.node.part(LinkKeys.class), LinkPolicy.STANDARD);
          var parts = List.of(0, 2);
          file.append(
              LinkTypes.OFFERED,
              new LinkOffered(
                  incident,
                  read.digest(),
                  FormerFiling.OFFER,
                  false,
                  parts,
                  1,
                  rules,
                  read.source(),
                  readings.forms(read, parts),
                  parts,
                  1,
                  ""));
          house
              .node
              .part(Registers.class)
              .deposit(
                  house.node.part(OfficeAddress.class).register().orElseThrow(),
                  LinkTypes.REFILED,
                  new OfferRefiled(
                      FormerFiling.OFFER, "norm-v1", rules, parts, "", List.of(), List.of()));
        });
  }

  @Test
  void what_is_no_longer_agreed_to_is_never_filed_again() throws Exception {
    try (var house = LinkedHouse.found(folder)) {
      var former = new FormerFiling(house);
      var helper = house.invite("caseworker", "helper");
      var before = house.side("swallow", helper);
      var between = house.side("linden", helper);
      former.file(before, before.writes(SCRIPT));
      former.file(between, between.writes(NEARLY), FormerFiling.offer(2));
      house.enter(helper);
      before.agrees("withdrawn");
      helper.browser().get("/cases");
      helper.browser().post("/links/again");
      assertThat(former.standing())
          .as("only of the one who still agrees")
          .containsExactlyInAnyOrder("offer 0 ", "offer 0 ", "waits");
      between.agrees("withdrawn");
      house.later(helper, before.person(), between.person());
      assertThat(former.standing()).isEmpty();
      helper.browser().get(before.links());
      helper.browser().get(between.links());
      helper.browser().get("/cases");
      helper.browser().post("/links/again");
      assertThat(former.standing()).isEmpty();
      before.agrees("yes");
      helper.browser().get(before.links());
      assertThat(former.standing())
          .as("agreed to anew, it comes as anything new does")
          .containsExactly("offer 0 now");
    }
  }

  @Test
  void broken_off_anywhere_it_goes_on_and_files_nothing_twice() throws Exception {
    try (var house = LinkedHouse.found(folder)) {
      var former = new FormerFiling(house);
      var helper = house.invite("caseworker", "helper");
      var side = house.side("swallow", helper);
      var incident = called(side, "+33 6 39 98 40 11", "+33 6 39 98 40 12");
      former.file(side, incident);
      house.enter(helper);
      helper.browser().get(side.links());
      assertThat(former.standing()).containsExactlyInAnyOrder("offer 2 ", "waits");
      forgets(former, side, incident);
      house.enter(helper);
      helper.browser().get(side.links());
      assertThat(former.standing()).containsExactlyInAnyOrder("offer 2 ", "waits", "waits");
      placedOnly(former);
      assertThat(former.standing())
          .containsExactlyInAnyOrder("offer 2 ", "waits", "waits", "again 2 now");
      house.enter(house.keeper);
      assertThat(former.standing()).containsExactly("again 2 now");
      forgets(former, side, incident);
      house.enter(helper);
      helper.browser().get(side.links());
      assertThat(former.standing()).containsExactlyInAnyOrder("again 2 now", "waits");
      house.enter(house.keeper);
      assertThat(former.standing()).containsExactly("again 2 now");
      assertThat(answered(house)).as("never asked again").isEqualTo(2);
      house.keeper().get("/links");
      house.keeper().post("/links/key");
      assertThat(former.indexes()).as("another key finds it").hasSize(2);
      assertThat(house.keeper().get("/links/journal").text())
          .containsOnlyOnce("An incident was filed again by newer rules");
    }
  }

  @Test
  void a_reading_outlives_rules_whose_forms_nobody_makes_any_more_but_no_change_of_what_was_read()
      throws Exception {
    try (var house = LinkedHouse.found(folder)) {
      var former = new FormerFiling(house);
      var helper = house.invite("caseworker", "helper");
      var side = house.side("swallow", helper);
      var incident = called(side, "+33 6 39 98 40 11", "+33 6 39 98 40 12");
      former.file(side, incident);
      former.inCase(
          side,
          file -> {
            var keys = house.node.part(LinkKeys.class);
            var found = Incidents.of(file).find(incident).orElseThrow();
            var read = Gathered.of(file, found.now(), LinkPolicy.STANDARD, Rules.NOW);
            var digest = "0".repeat(64);
            var forms = new Readings(keys, LinkPolicy.STANDARD).forms(read, List.of(1, 0));
            file.append(LinkTypes.APPROVED, new LinkApproved(incident, digest, read.source()));
            file.append(
                LinkTypes.OFFERED,
                new LinkOffered(
                    incident,
                    digest,
                    FormerFiling.OFFER,
                    false,
                    List.of(8, 9),
                    0,
                    "norm-v1 names-0",
                    read.source(),
                    List.of(forms.getFirst(), "a form that is no more"),
                    List.of(),
                    0,
                    ""));
          });
      house.enter(helper);
      assertThat(helper.browser().get("/cases").text()).contains("1 incident that takes part");
      assertThat(helper.browser().get(side.links()).text()).contains("Takes part");
      house.enter(house.keeper);
      assertThat(former.standing()).containsExactlyInAnyOrder("again 1 now", "offer 1 now");
      assertThat(answered(house)).as("only for the form that is no more").isEqualTo(3);
      side.changes(incident, "He rang twice, from +33 6 39 98 40 13.");
      assertThat(side.read(incident)).as("to be read again").isNotEmpty();
      house.enter(house.keeper);
      assertThat(former.standing()).isEmpty();
    }
  }

  /** As if the power had gone before the case wrote down that it filed again. */
  private static void forgets(FormerFiling former, Side side, String incident) throws Exception {
    former.inCase(
        side,
        file -> {
          var found = Incidents.of(file).find(incident).orElseThrow();
          var digest = Gathered.of(file, found.now(), LinkPolicy.STANDARD, Rules.BEFORE).digest();
          file.append(
              LinkTypes.OFFERED,
              FormerFiling.offered(incident, digest, FormerFiling.OFFER, List.of(0, 1)));
        });
  }

  /** As if the power had gone when the new stood there and the old was not destroyed yet. */
  private static void placedOnly(FormerFiling former) throws Exception {
    former.inOffice(office -> {
      var offer = office.fold(OfficeBook.FOLD).offers().getFirst();
      var refiled =
          office.entries().stream()
              .flatMap(entry -> entry.as(LinkTypes.REFILED).stream())
              .findFirst()
              .orElseThrow();
      var newer =
          new OfferMoved(offer.made().again(refiled), offer.sequence(), offer.at().toEpochMilli());
      office.appendAll(
          List.of(
              new Draft<>(LinkTypes.MOVED, newer),
              new Draft<>(LinkTypes.SPENT, new LinkSpent(List.of(), 0, true, List.of(), 0))));
    });
  }

  /** Writes an incident down with the names and numbers that a screen showed. */
  private static String called(Side side, String... shown) {
    var base = "/cases/" + side.file() + "/incidents";
    side.person().browser().get(base + "/new");
    var kept =
        side.person()
            .browser()
            .post(base, "original", "He rang.", "number", String.join("\n", shown));
    assertThat(kept.status()).isEqualTo(303);
    return kept.location().substring(base.length() + 1);
  }

  private static long answered(LinkedHouse house) {
    return house.node.part(ShareDesk.class).answered().orElseThrow();
  }

  /** The share host's clock is its own: a day passes for it when what it spent is gone. */
  private static void tomorrow(LinkedHouse house) throws Exception {
    var total = answered(house);
    house.node.part(ShareProcess.class).close();
    Files.writeString(
        house.node.part(Home.class).share().resolve("spent"), "before " + total + "\n");
  }
}
