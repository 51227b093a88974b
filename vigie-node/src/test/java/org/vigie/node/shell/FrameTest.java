package org.vigie.node.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestBrowser.Answer;
import org.vigie.node.TestNode;
import org.vigie.probe.ProbeController;

@SuppressWarnings("NullAway.Init")
class FrameTest {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  @TempDir static Path home;
  private static TestNode node;

  @BeforeAll
  static void start() {
    node = TestNode.start(home);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void says_that_it_lives_and_is_ready() {
    assertThat(node.browser().get("/healthz").body()).isEqualTo("ok\n");
    assertThat(node.browser().get("/readyz").body()).isEqualTo("ready\n");
  }

  @Test
  void serves_the_help_page_in_both_languages() {
    assertThat(node.browser().get("/help").text()).contains("You decide what you tell");
    var french = node.browser().with("Accept-Language", "fr-FR,fr;q=0.9").get("/help");
    assertThat(french.body()).contains("<html lang=\"fr\" dir=\"ltr\">");
    assertThat(french.text()).contains("Vous décidez de ce que vous dites");
  }

  @Test
  void remembers_the_language_chosen_with_the_switch() {
    var browser = node.browser();
    var answer = browser.get("/language/fr?to=/help");
    assertThat(answer.location()).isEqualTo("/help");
    assertThat(browser.follow(answer).body()).contains("<html lang=\"fr\"");
  }

  @Test
  void leads_nowhere_else_by_the_language_switch() {
    assertThat(node.browser().get("/language/fr?to=//example.org").location()).isEqualTo("/");
    assertThat(node.browser().get("/language/fr?to=https://example.org").location()).isEqualTo("/");
    assertThat(node.browser().get("/language/xx").status()).isEqualTo(404);
  }

  @Test
  void mirrors_the_page_for_a_right_to_left_language_and_says_what_is_missing() {
    var browser = node.browser();
    var page = browser.follow(browser.get("/language/ug?to=/help"));
    assertThat(page.body()).contains("<html lang=\"ug\" dir=\"rtl\">");
    assertThat(page.text()).contains("not yet reviewed");
  }

  @Test
  void gives_no_cookie_to_somebody_who_only_reads() {
    assertThat(node.browser().get("/help").headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void S_14_sends_the_headers_with_every_answer() {
    var browser = node.browser();
    var answers =
        List.of(
            browser.get("/help"),
            browser.get("/healthz"),
            browser.get("/assets/vigie.css"),
            browser.get("/nothing"),
            browser.get("/probe/bug"),
            browser.get("/language/fr"),
            browser.get("/%2e%2e/x;y=1"),
            browser.postBare("/leave"));
    assertThat(answers).allSatisfy(FrameTest::hasTheHeaders);
  }

  private static void hasTheHeaders(Answer answer) {
    assertThat(answer.header("Content-Security-Policy")).isEqualTo(POLICY);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Permissions-Policy")).contains("camera=()", "geolocation=()");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
  }

  @Test
  void S_11_names_no_server_and_believes_no_forwarded_address() {
    var answer =
        node.browser()
            .with("X-Forwarded-Host", "evil.example")
            .with("X-Forwarded-Proto", "https")
            .with("X-Forwarded-For", "192.0.2.7")
            .get("/language/fr");
    assertThat(answer.headers().map()).doesNotContainKey("server");
    assertThat(answer.location()).doesNotContain("evil.example");
    assertThat(answer.header("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void S_15_the_exit_link_sends_no_referrer() {
    assertThat(node.browser().get("/help").body())
        .contains("href=\"https://www.wikipedia.org/\" rel=\"noreferrer\"");
  }

  @Test
  void S_16_uses_no_script_no_drawing_and_no_inline_style() {
    for (var path : List.of("/", "/help", "/nothing")) {
      assertThat(node.browser().get(path).body())
          .doesNotContain(
              "<script", "<svg", "<math", "style=", "javascript:", "@font-face", "onclick");
    }
  }

  @Test
  void answers_a_mistake_of_ours_with_a_number_and_no_message() {
    var answer = node.browser().get("/probe/bug");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text()).contains("Something broke on our side", "Number");
    assertThat(answer.body()).doesNotContain("CANARY-PERSON-7781", "IllegalState");
  }

  @Test
  void opens_a_route_to_its_roles_only_and_hides_it_from_others() {
    var person = new TestMember().in(node, Set.of(Role.PERSON));
    var keeper = new TestMember().in(node, Set.of(Role.KEEPER));
    assertThat(keeper.get("/probe/keepers").status()).isEqualTo(200);
    assertThat(person.get("/probe/keepers").status()).isEqualTo(404);
    assertThat(node.browser().get("/probe/keepers").location()).isEqualTo("/sign-in");
    assertThat(keeper.get("/probe/nobody").status()).isEqualTo(404);
  }

  @Test
  void S_17_a_form_without_the_sessions_token_changes_nothing() {
    var browser = new TestMember().in(node, Set.of(Role.PERSON));
    ProbeController.saved = "";
    assertThat(browser.postBare("/probe/text", "told", "x").status()).isEqualTo(403);
    assertThat(browser.postBare("/probe/text", "_csrf", "0".repeat(64), "told", "x").status())
        .isEqualTo(403);
    assertThat(browser.postBare("/leave").status()).isEqualTo(403);
    assertThat(ProbeController.saved).isEmpty();
  }

  @Test
  void S_17_a_form_sent_by_another_site_changes_nothing() {
    var browser = new TestMember().in(node, Set.of(Role.PERSON));
    ProbeController.saved = "";
    for (var site : List.of("cross-site", "same-site")) {
      var answer = browser.with("Sec-Fetch-Site", site).post("/probe/text", "told", "x");
      assertThat(answer.status()).isEqualTo(403);
    }
    assertThat(ProbeController.saved).isEmpty();
    assertThat(
            browser.with("Sec-Fetch-Site", "same-origin").post("/probe/text", "told", "x").status())
        .isEqualTo(303);
    assertThat(ProbeController.saved).isEqualTo("x");
  }

  @Test
  void gives_back_what_was_typed_when_the_session_is_unknown() {
    var answer =
        node.browser().postBare("/probe/text", "told", "a long story that must not be lost");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("a long story that must not be lost");
    var foreign = node.browser().with("Sec-Fetch-Site", "cross-site");
    assertThat(foreign.postBare("/probe/text", "told", "a long story of another site").body())
        .doesNotContain("of another site");
  }

  @Test
  void S_18_the_cookie_is_closed_to_scripts_and_other_sites() {
    var member = new TestMember();
    var browser = member.in(node, Set.of(Role.PERSON));
    var left = browser.post("/leave");
    assertThat(left.header("Set-Cookie"))
        .isEqualTo("vigie=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
  }

  @Test
  void leave_ends_the_session_wipes_the_keys_and_clears_the_browser() {
    var member = new TestMember();
    var browser = member.in(node, Set.of(Role.PERSON));
    var token = browser.cookie("vigie");
    var answer = browser.post("/leave");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.location()).isEqualTo("/away");
    assertThat(answer.header("Clear-Site-Data")).isEqualTo("\"cookies\", \"storage\"");
    assertThat(member.wiped).isTrue();
    var again = node.browser().cookie("vigie", token).get("/probe/sensitive");
    assertThat(again.location()).isEqualTo("/sign-in");
  }

  @Test
  void pause_locks_at_once_and_keeps_what_was_typed() {
    var member = new TestMember();
    var browser = member.in(node, Set.of(Role.PERSON));
    var answer =
        browser.post("/pause", "_from", "/probe/text", "told", "half of what I wanted to say");
    assertThat(answer.location()).isEqualTo("/unlock");
    assertThat(member.wiped).isTrue();
    assertThat(node.part(KeptForms.class).waiting(member.signedIn(Set.of()).id())).isPositive();
    node.part(KeptForms.class).drop(member.signedIn(Set.of()).id());
  }

  @Test
  void asks_for_the_passphrase_again_before_something_sensitive() {
    var browser = new TestMember().in(node, Set.of(Role.PERSON));
    assertThat(browser.get("/probe/sensitive").status()).isEqualTo(200);
    node.later(Duration.ofMinutes(6));
    assertThat(browser.get("/probe/sensitive").location()).isEqualTo("/again");
  }
}
