package org.vigie.node.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;

@SuppressWarnings("NullAway.Init")
class IdleSessionTest {

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
  void S_25_ten_idle_minutes_lock_the_session_and_wipe_the_keys() {
    var member = new TestMember();
    var browser = member.in(node, Set.of(Role.PERSON));
    node.later(Duration.ofMinutes(9));
    assertThat(browser.get("/kept").location()).isEqualTo("/");
    node.later(Duration.ofMinutes(10));
    assertThat(browser.get("/kept").location()).isEqualTo("/unlock");
    assertThat(member.wiped).isTrue();
  }

  @Test
  void S_25_two_hours_end_the_session_whatever_was_done_in_it() {
    var member = new TestMember();
    var browser = member.in(node, Set.of(Role.PERSON));
    for (var i = 0; i < 13; i++) {
      assertThat(browser.get("/kept").location()).isEqualTo("/");
      node.later(Duration.ofMinutes(9));
    }
    node.later(Duration.ofMinutes(9));
    assertThat(browser.get("/kept").location()).isEqualTo("/sign-in");
    assertThat(member.wiped).isTrue();
  }

  @Test
  void S_25_the_keys_go_also_when_nobody_comes_back() {
    var member = new TestMember();
    member.in(node, Set.of(Role.PERSON));
    // The answer may arrive before the request is counted as finished, hence more than one try.
    for (var i = 0; i < 20 && !member.wiped.get(); i++) {
      node.later(Duration.ofMinutes(11));
      node.part(Sessions.class).sweep();
    }
    assertThat(member.wiped).isTrue();
  }

  @Test
  void a_sign_in_page_on_a_screen_works_though_the_session_it_belongs_to_is_old() {
    var stranger = node.browser();
    stranger.get("/sign-in");
    assertThat(triesToSignIn(stranger, Duration.ofMinutes(50)))
        .as("wrong, but read")
        .isEqualTo(401);
    var back = new TestMember().in(node, Set.of(Role.PERSON));
    assertThat(triesToSignIn(back, Duration.ofDays(16))).as("wrong, but read").isEqualTo(401);
  }

  @Test
  void whoever_took_a_browser_cannot_keep_its_ended_session_by_asking_for_it() {
    var browser = new TestMember().in(node, Set.of(Role.PERSON));
    for (var hour = 0; hour < 13; hour++) {
      node.later(Duration.ofHours(1));
      assertThat(browser.get("/kept").location()).matches("/unlock|/sign-in");
    }
    assertThat(browser.post("/probe/text", "told", "of its owner").location()).isNotEmpty();
    node.later(Duration.ofHours(1));
    assertThat(browser.post("/probe/text", "told", "of whoever took it").status()).isEqualTo(403);
  }

  private static int triesToSignIn(TestBrowser browser, Duration away) {
    node.later(away);
    browser.get("/sign-in");
    node.later(Duration.ofMinutes(20));
    node.part(Sessions.class).sweep();
    return browser.post("/sign-in", "name", "nobody", "passphrase", "none", "code", "").status();
  }

  @Test
  void keeps_what_was_typed_into_a_session_that_has_locked_and_offers_it_again() {
    var member = new TestMember();
    var browser = member.in(node, Set.of(Role.PERSON));
    node.later(Duration.ofMinutes(11));
    var answer = browser.post("/probe/text", "told", "what I typed for a quarter of an hour");
    assertThat(answer.location()).isEqualTo("/unlock");
    var again = member.in(node, Set.of(Role.PERSON));
    assertThat(again.get("/").text()).contains("1 form that you had begun is waiting");
    var kept = again.get("/kept");
    assertThat(kept.text()).contains("what I typed for a quarter of an hour");
    assertThat(kept.body()).contains("action=\"/probe/text\"");
    assertThat(again.post("/kept/drop").location()).isEqualTo("/kept");
    assertThat(again.get("/kept").location()).isEqualTo("/");
  }

  @Test
  void keeps_the_typed_fields_of_an_upload_too_but_no_file() {
    var member = new TestMember();
    var browser = member.in(node, Set.of(Role.PERSON));
    node.later(Duration.ofMinutes(11));
    var bytes = new java.io.ByteArrayInputStream(new byte[300_000]);
    var answer = browser.postFile("/probe/files", "a note beside the recording", "a.ogg", bytes);
    assertThat(answer.location()).isEqualTo("/unlock");
    var again = member.in(node, Set.of(Role.PERSON));
    assertThat(again.get("/kept").text()).contains("a note beside the recording");
    again.post("/kept/drop");
  }
}
