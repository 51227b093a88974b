package org.vigie.node.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;

class TellingTest {

  private static final String WORDS = "A caller asked me to watch the lamp cafe";

  @TempDir private Path folder = Path.of("");

  @Test
  void is_asked_once_and_added_to_later() throws IOException {
    try (var node = TestNode.start(folder)) {
      var person = Founder.invite(node, Founder.found(node, "keeper"), "person", "swallow");
      var caseId = tell(person);
      assertThat(person.browser().get("/tell").location()).isEqualTo("/cases/" + caseId + "/tell");
      person.browser().get("/cases/" + caseId + "/tell");
      person.browser().post("/cases/" + caseId + "/tell", "words", "He called again");
      var account = person.browser().get("/cases/" + caseId + "/account").text();
      assertThat(account).contains(WORDS).contains("He called again");
    }
  }

  @Test
  void S_01_leaves_no_word_of_it_in_the_home() throws IOException {
    try (var node = TestNode.start(folder)) {
      tell(Founder.invite(node, Founder.found(node, "keeper"), "person", "swallow"));
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var content =
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(content).as(file.getFileName().toString()).doesNotContain("lamp cafe");
      }
    }
  }

  @Test
  void S_33_a_case_without_a_grant_looks_like_no_case() throws IOException {
    try (var node = TestNode.start(folder)) {
      var keeper = Founder.found(node, "keeper");
      var caseId = tell(Founder.invite(node, keeper, "person", "swallow"));
      var stranger = Founder.invite(node, keeper, "person", "linden").browser();
      assertThat(stranger.get("/cases").status()).isEqualTo(200);
      var hidden = stranger.get("/cases/" + caseId);
      var absent = stranger.get("/cases/" + "0".repeat(32));
      assertThat(hidden.status()).isEqualTo(404);
      assertThat(hidden.body().replace(caseId, ""))
          .isEqualTo(absent.body().replace("0".repeat(32), ""));
      assertThat(stranger.get("/cases").body()).doesNotContain(caseId);
    }
  }

  @Test
  void S_33_what_somebody_tells_of_themselves_never_lands_in_a_case_they_accompany()
      throws IOException {
    try (var node = TestNode.start(folder)) {
      var keeper = Founder.found(node, "keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      keeper.browser().get("/members");
      var caseId = tell(person);
      letIn(person, caseId, "N. keeper");
      assertThat(keeper.browser().get("/cases/" + caseId).status()).isEqualTo(200);
      assertThat(keeper.browser().get("/tell").status()).isEqualTo(200);
      var told = keeper.browser().post("/tell", "words", "What happened to the keeper");
      assertThat(told.location()).doesNotContain(caseId);
      assertThat(person.browser().get("/cases/" + caseId + "/account").text())
          .contains(WORDS)
          .doesNotContain("What happened to the keeper");
    }
  }

  @Test
  void S_38_whoever_left_the_house_reads_no_case_but_their_own() throws IOException {
    try (var node = TestNode.start(folder)) {
      var keeper = Founder.found(node, "keeper");
      var helper = Founder.invite(node, keeper, "caseworker person", "heron");
      var person = Founder.invite(node, keeper, "person", "swallow");
      keeper.browser().get("/members");
      signIn(helper);
      var own = tell(helper);
      var caseId = tell(person);
      letIn(person, caseId, "N. heron");
      assertThat(helper.browser().get("/cases/" + caseId).status()).isEqualTo(200);
      keeper.fresh();
      var page = keeper.browser().get("/members").body();
      var before = page.substring(0, page.indexOf("/remove", page.indexOf("N. heron")));
      var path = "/members/" + before.substring(before.lastIndexOf("/members/") + 9) + "/remove";
      keeper.browser().get(path);
      assertThat(keeper.browser().post(path).location()).isEqualTo("/members");
      node.later(Duration.ofSeconds(60));
      signIn(helper);
      assertThat(helper.browser().get("/").text())
          .contains("The key to this house is no longer here", "Cases")
          .doesNotContain("Your account is ready");
      assertThat(helper.browser().get("/cases/" + caseId).status()).isEqualTo(404);
      assertThat(helper.browser().get("/cases").body()).contains(own).doesNotContain(caseId);
      assertThat(helper.browser().get("/cases/" + own).status()).isEqualTo(200);
      assertThat(person.browser().get("/cases/" + caseId).text())
          .contains("Somebody who left the house has no key to this case any more");
      assertThat(person.browser().get("/cases/" + caseId + "/people").text())
          .doesNotContain("Take the key back");
    }
  }

  private static void signIn(Founder.Person person) {
    var browser = person.browser();
    browser.get("/sign-in");
    var answer =
        browser.post(
            "/sign-in",
            "name",
            person.name(),
            "passphrase",
            person.passphrase(),
            "code",
            person.code(1));
    assertThat(answer.status()).isEqualTo(303);
  }

  /** Gives a colleague the key. */
  private static void letIn(Founder.Person person, String caseId, String name) {
    var page = person.browser().get("/cases/" + caseId + "/people").body();
    var colleague =
        Pattern.compile("value=\"([0-9a-f]{32})\"[^>]*>" + Pattern.quote(name)).matcher(page);
    assertThat(colleague.find()).isTrue();
    var given = person.browser().post("/cases/" + caseId + "/people", "member", colleague.group(1));
    assertThat(given.status()).isEqualTo(303);
  }

  @Test
  void S3_12_an_incident_starts_as_unverifiable_and_S0_5_keeps_its_intermediaries()
      throws IOException {
    try (var node = TestNode.start(folder)) {
      var person = Founder.invite(node, Founder.found(node, "keeper"), "person", "swallow");
      var base = "/cases/" + tell(person) + "/incidents";
      person.browser().get(base + "/new");
      var kept =
          person
              .browser()
              .post(
                  base,
                  "original",
                  "be silent",
                  "intermediaries",
                  "mother, who heard it from an aunt",
                  "act",
                  "proxy-relayed-message");
      assertThat(kept.status()).isEqualTo(303);
      var page = person.browser().get(kept.location()).text();
      assertThat(page)
          .contains("F – cannot be judged", "6 – cannot be judged")
          .contains("Who sent this could not be verified.");
      assertThat(page).contains("mother, who heard it from an aunt");
    }
  }

  private static String tell(Founder.Person person) {
    person.browser().get("/tell");
    var told = person.browser().post("/tell", "words", WORDS, "language", "en");
    var found = Pattern.compile("/cases/([0-9a-f]{32})/consent").matcher(told.location());
    assertThat(found.matches()).isTrue();
    return found.group(1);
  }
}
