package org.vigie.node.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      letIn(person, caseId);
      assertThat(keeper.browser().get("/cases/" + caseId).status()).isEqualTo(200);
      assertThat(keeper.browser().get("/tell").status()).isEqualTo(200);
      var told = keeper.browser().post("/tell", "words", "What happened to the keeper");
      assertThat(told.location()).doesNotContain(caseId);
      assertThat(person.browser().get("/cases/" + caseId + "/account").text())
          .contains(WORDS)
          .doesNotContain("What happened to the keeper");
    }
  }

  /** Gives the one colleague there is the key. */
  private static void letIn(Founder.Person person, String caseId) {
    var page = person.browser().get("/cases/" + caseId + "/people").body();
    var colleague = Pattern.compile("value=\"([0-9a-f]{32})\"").matcher(page);
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
      assertThat(page).contains("Who sent this could not be verified.");
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
