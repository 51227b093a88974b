package org.vigie.node.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

@SuppressWarnings("NullAway.Init")
class LeakPagesTest {

  private static final String WORDS = "Seen with a notebook on the third of May";

  @TempDir static Path home;
  private static TestNode node;
  private static Founder.Person keeper;
  private static Founder.Person first;
  private static Founder.Person second;
  private static Founder.Person third;
  private static Told told;

  @BeforeAll
  static void found() {
    node = TestNode.start(home);
    keeper = Founder.found(node, "lamp keeper");
    var person = Founder.invite(node, keeper, "person", "swallow");
    first = Founder.invite(node, keeper, "caseworker", "heron");
    second = Founder.invite(node, keeper, "caseworker", "ibis");
    third = Founder.invite(node, keeper, "caseworker", "crane");
    keeper.browser().get("/members");
    for (var staff : List.of(person, first, second, third)) {
      signIn(staff);
    }
    told = Told.by(person, "He knew things about me");
    for (var staff : List.of("N. heron", "N. crane")) {
      var people = told.base() + "/people";
      var page = person.browser().get(people).body();
      person.browser().post(people, "member", choice(page, staff));
    }
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  /** After the keeper let them in. */
  private static void signIn(Founder.Person person) {
    person.browser().get("/sign-in");
    var fields =
        List.of("name", person.name(), "passphrase", person.passphrase(), "code", person.code(1));
    assertThat(person.browser().post("/sign-in", fields.toArray(String[]::new)).status())
        .isEqualTo(303);
  }

  private static String choice(String page, String name) {
    var found = Pattern.compile("value=\"([0-9a-f]{32})\"[^/]*" + name + "<").matcher(page);
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }

  private static String begun() {
    var browser = first.browser();
    var page = browser.get(told.base() + "/leaks");
    if (page.status() == 303) {
      return page.location();
    }
    var begun =
        browser.post(
            told.base() + "/leaks", "member", choice(page.body(), "N. ibis"), "called", "the well");
    assertThat(begun.location()).matches("/leaks/[0-9a-f]{32}");
    browser.get(begun.location());
    browser.post(begun.location(), "knew", "The street", "role", "gathering", "behaviour", WORDS);
    return begun.location();
  }

  @Test
  void S2_5_suppositions_about_a_leak_are_open_to_two_custodians_and_to_nobody_else() {
    var kept = begun();
    assertThat(first.browser().get(kept).text())
        .contains(WORDS, "Open to you and to N. ibis", "Somebody at a gathering");
    assertThat(second.browser().get("/leaks").text()).contains("the well", "supposition");
    assertThat(second.browser().get(kept).text())
        .contains(WORDS, "Open to you and to N. heron", "written by the other custodian");
    // Neither who reads the whole case, nor the person, nor who keeps the house.
    for (var other : List.of(third, keeper)) {
      assertThat(other.browser().get(kept).status()).isEqualTo(404);
      assertThat(other.browser().get("/leaks").text())
          .contains("You keep nothing of the kind.")
          .doesNotContain("the well");
    }
    third.browser().get(told.base() + "/leaks");
    assertThat(third.browser().post(kept, "knew", "x").status()).isEqualTo(404);
    assertThat(third.browser().get(told.base()).status()).isEqualTo(200);
    assertThat(told.person().browser().get(kept).status()).isEqualTo(404);
    assertThat(told.person().browser().get("/leaks").status()).isEqualTo(404);
    // The case and its people do not show that there is such a register.
    assertThat(third.browser().get(told.base() + "/leaks").text())
        .contains("Begin, between two")
        .doesNotContain("the well");
    for (var page : List.of("", "/people", "/timeline", "/account")) {
      assertThat(told.text(page)).doesNotContain(WORDS, "the well", "custodian");
    }
  }

  @Test
  void S2_5_a_supposition_never_stands_without_another_explanation() {
    var kept = begun();
    assertThat(first.browser().get(kept).text())
        .contains("It was guessed, and confirmed by how the person reacted");
    first.browser().post(kept, "knew", "The course", "other", "The list hung on the wall");
    assertThat(first.browser().get(kept).text()).contains("The list hung on the wall");
  }

  @Test
  void S2_5_one_alone_keeps_nothing() {
    var page = third.browser().get(told.base() + "/leaks");
    assertThat(page.status()).isEqualTo(200);
    var refused = third.browser().post(told.base() + "/leaks", "member", "", "called", "alone");
    assertThat(refused.location()).isEqualTo(told.base() + "/leaks");
    assertThat(third.browser().get("/leaks").text()).contains("You keep nothing of the kind.");
  }

  @Test
  void S2_5_a_destroyed_supposition_is_gone_and_a_replaced_custodian_reads_nothing_more() {
    var kept = begun();
    var browser = first.browser();
    browser.get(kept);
    browser.post(kept, "knew", "A thing to be destroyed", "others", "public");
    var erase =
        Pattern.compile("action=\"(" + kept + "/items/\\d+/erase)\"")
            .matcher(browser.get(kept).body());
    var last = "";
    while (erase.find()) {
      last = erase.group(1);
    }
    browser.post(last);
    assertThat(browser.get(kept).text()).doesNotContain("A thing to be destroyed").contains(WORDS);

    browser.post(kept + "/second", "member", choice(browser.get(kept).body(), "N. crane"));
    assertThat(browser.get(kept).text()).contains("Open to you and to N. crane");
    assertThat(second.browser().get(kept).status()).isEqualTo(404);
    assertThat(third.browser().get(kept).text()).contains(WORDS);
    browser.post(kept + "/second", "member", choice(browser.get(kept).body(), "N. ibis"));
    assertThat(second.browser().get(kept).text()).contains(WORDS);
    // Once it is said that they are no longer in it; from then on there is nothing.
    assertThat(third.browser().get(kept).text()).doesNotContain(WORDS);
    assertThat(third.browser().get(kept).status()).isEqualTo(404);
  }
}
