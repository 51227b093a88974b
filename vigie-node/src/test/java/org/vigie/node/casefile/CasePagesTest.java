package org.vigie.node.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

/** Who is let into a case, how what happened is weighed, and relatives whom nobody names. */
class CasePagesTest {

  private static final String TAKEN_BACK =
      "The key to something you could read here was taken back";

  @TempDir private Path folder = Path.of("");

  /** A house with somebody who told and a caseworker whom they let in. */
  private record Scene(TestNode node, Founder.Person keeper, Told told, Founder.Person helper) {

    static Scene in(TestNode node) {
      var keeper = Founder.found(node, "keeper");
      var helper = Founder.invite(node, keeper, "caseworker", "heron");
      var person = Founder.invite(node, keeper, "person", "swallow");
      keeper.fresh();
      keeper.browser().get("/members");
      enter(helper, 1);
      var told = Told.by(person, "A caller asked me who comes on Thursdays");
      letIn(told);
      return new Scene(node, keeper, told, helper);
    }

    int status(String path) {
      return helper.browser().get(told.base() + path).status();
    }
  }

  private static void enter(Founder.Person person, int ahead) {
    person.browser().get("/sign-in");
    var name = person.name();
    var words = person.passphrase();
    var code = person.code(ahead);
    assertThat(
            person
                .browser()
                .post("/sign-in", "name", name, "passphrase", words, "code", code)
                .status())
        .isEqualTo(303);
  }

  @Test
  void S_38_a_caseworker_whose_key_is_taken_back_reads_nothing_from_that_moment_on() {
    try (var node = TestNode.start(folder)) {
      var scene = Scene.in(node);
      var incident = scene.told().incident("original", "Tell us who comes");
      var pages = List.of("", "/account", "/exhibits", "/people", "/dossiers", "/timeline");
      assertThat(pages).allSatisfy(path -> assertThat(scene.status(path)).as(path).isEqualTo(200));
      assertThat(scene.helper().browser().get(incident).status()).isEqualTo(200);

      takeBack(scene.told());

      // Said once, on a page that works; then the case is not there.
      var browser = scene.helper().browser();
      assertThat(browser.get(incident).location()).isEqualTo("/");
      assertThat(browser.get("/").text()).contains(TAKEN_BACK, "Your account");
      assertThat(browser.get("/").text()).doesNotContain(TAKEN_BACK);
      assertThat(pages).allSatisfy(path -> assertThat(scene.status(path)).as(path).isEqualTo(404));
      assertThat(scene.helper().browser().get(incident).status()).isEqualTo(404);
      assertThat(scene.helper().browser().get("/cases").body()).doesNotContain(scene.told().base());
      assertThat(scene.told().text("/people")).doesNotContain("Take the key back");
      assertThat(scene.told().text("/account")).contains("who comes on Thursdays");
    }
  }

  @Test
  void S_38_a_list_comes_without_the_case_and_what_was_being_typed_is_given_back() {
    try (var node = TestNode.start(folder)) {
      var scene = Scene.in(node);
      var other = Founder.invite(node, scene.keeper(), "person", "linden");
      var second = Told.by(other, "Somebody else called");
      scene.keeper().browser().get("/members");
      letIn(second);
      var browser = scene.helper().browser();
      assertThat(browser.get("/cases").body()).contains(scene.told().base(), second.base());
      takeBack(scene.told());
      assertThat(browser.get("/cases").location()).isEqualTo("/cases");
      var list = browser.get("/cases");
      assertThat(list.status()).isEqualTo(200);
      assertThat(list.text()).contains(TAKEN_BACK);
      assertThat(list.body()).contains(second.base()).doesNotContain(scene.told().base());

      browser.get(second.base() + "/tell");
      takeBack(second);
      var sent = browser.post(second.base() + "/tell", "words", "What I heard at noon");
      assertThat(sent.status()).isEqualTo(400);
      assertThat(sent.text()).contains("Your key to this file was taken back", "was not added");
      assertThat(sent.body()).contains("What I heard at noon</textarea>");
      assertThat(browser.get(second.base()).status()).isEqualTo(404);
    }
  }

  private static void takeBack(Told told) {
    var person = told.person();
    person.fresh();
    var page = person.browser().get(told.base() + "/people").body();
    var found = Pattern.compile("href=\"([^\"]*/remove)\"").matcher(page);
    assertThat(found.find()).isTrue();
    person.browser().get(found.group(1));
    assertThat(person.browser().post(found.group(1)).status()).isEqualTo(303);
  }

  private static void letIn(Told told) {
    var browser = told.person().browser();
    var page = browser.get(told.base() + "/people").body();
    var found = Pattern.compile("value=\"([0-9a-f]{32})\"[^>]*>N\\. heron").matcher(page);
    assertThat(found.find()).isTrue();
    var given = browser.post(told.base() + "/people", "member", found.group(1));
    assertThat(given.status()).isEqualTo(303);
  }

  @Test
  void source_and_information_are_graded_apart_and_neither_moves_the_other() {
    try (var node = TestNode.start(folder)) {
      var scene = Scene.in(node);
      var incident = scene.told().incident("original", "Tell us who comes");
      assertThat(scene.told().text(incident)).contains("F – cannot be judged", "6 – cannot be");
      var browser = scene.helper().browser();
      browser.get(incident);
      browser.post(incident + "/grade", "source", "B", "information", "5", "basis", "two calls");
      assertThat(scene.told().text(incident))
          .contains("B – usually reliable", "5 – improbable")
          .doesNotContain("F – cannot be judged");
      browser.get(incident);
      browser.post(incident + "/grade", "source", "E", "information", "5");
      assertThat(scene.told().text(incident)).contains("E – unreliable", "5 – improbable");
    }
  }

  @Test
  void relatives_are_kept_under_handles_and_whoever_has_no_key_sees_none() {
    try (var node = TestNode.start(folder)) {
      var scene = Scene.in(node);
      var browser = scene.told().person().browser();
      assertThat(browser.get(scene.told().base() + "/relatives").text()).contains("No real name");
      browser.post(
          scene.told().base() + "/relatives",
          "handle",
          "Aunt R1",
          "relation",
          "parent",
          "caution",
          "never call her");
      assertThat(scene.told().text("/relatives")).contains("Aunt R1", "never call her");
      assertThat(scene.helper().browser().get(scene.told().base() + "/relatives").text())
          .contains("Aunt R1");
      var stranger = Founder.invite(node, scene.keeper(), "person", "linden").browser();
      assertThat(stranger.get(scene.told().base() + "/relatives").status()).isEqualTo(404);
    }
  }

  @Test
  void whoever_leaves_the_house_is_out_at_once_and_gone_at_a_keepers_next_visit() {
    try (var node = TestNode.start(folder)) {
      var scene = Scene.in(node);
      var helper = scene.helper();
      helper.fresh();
      helper.browser().get("/account/leave-house");
      assertThat(helper.browser().post("/account/leave-house").status()).isEqualTo(303);
      assertThat(helper.browser().get("/account").location()).isEqualTo("/sign-in");
      scene.keeper().fresh();
      assertThat(scene.keeper().browser().get("/members").text()).doesNotContain("N. heron");
      node.later(Duration.ofSeconds(61));
      enter(helper, 1);
      assertThat(scene.status("")).isEqualTo(404);
      for (var page : List.of("/", "/account")) {
        assertThat(helper.browser().get(page).text())
            .contains("The key to this house is no longer here")
            .doesNotContain("Your account is ready", "You accompany");
      }
    }
  }
}
