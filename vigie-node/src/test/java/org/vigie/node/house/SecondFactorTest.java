package org.vigie.node.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder.Person;

@SuppressWarnings("NullAway.Init")
class SecondFactorTest {

  @TempDir static Path home;
  private static TestNode node;
  private static Person keeper;

  @BeforeAll
  static void found() {
    node = TestNode.start(home);
    keeper = Founder.found(node, "lamp keeper");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void a_code_lets_one_in_of_many_who_send_it_at_the_same_moment() throws Exception {
    var person = Founder.invite(node, keeper, "caseworker", "ibis");
    var accounts = node.part(Accounts.class);
    var code = person.code(1);
    Callable<Boolean> attempt =
        () -> {
          var member = accounts.signIn(person.name(), person.passphrase(), code);
          member.ifPresent(it -> it.keys().close());
          return member.isPresent();
        };
    var in = 0;
    try (var crowd = Executors.newFixedThreadPool(8)) {
      var all = new ArrayList<Callable<Boolean>>();
      for (var i = 0; i < 16; i++) {
        all.add(attempt);
      }
      for (var answer : crowd.invokeAll(all)) {
        in += answer.get() ? 1 : 0;
      }
    }
    assertThat(in).isEqualTo(1);
  }

  @Test
  void wrong_codes_close_the_way_for_an_hour_even_to_a_right_one() throws Exception {
    var person = Founder.invite(node, keeper, "caseworker", "crane");
    var accounts = node.part(Accounts.class);
    for (var i = 0; i < SecondFactor.MOST_WRONG; i++) {
      assertThat(accounts.signIn(person.name(), person.passphrase(), "000000")).isEmpty();
    }
    assertThat(accounts.signIn(person.name(), person.passphrase(), person.code(1))).isEmpty();
    node.later(Duration.ofMinutes(61));
    var member = accounts.signIn(person.name(), person.passphrase(), person.code(0));
    assertThat(member).isPresent();
    member.orElseThrow().keys().close();
  }

  @Test
  void wrong_passphrases_close_nobodys_way() throws Exception {
    var person = Founder.invite(node, keeper, "caseworker", "stork");
    var accounts = node.part(Accounts.class);
    for (var i = 0; i < 2 * SecondFactor.MOST_WRONG; i++) {
      assertThat(accounts.signIn(person.name(), "not the words of this person", "0")).isEmpty();
    }
    var member = accounts.signIn(person.name(), person.passphrase(), person.code(1));
    assertThat(member).isPresent();
    member.orElseThrow().keys().close();
  }

  @Test
  void an_invitation_does_not_tell_who_else_is_in_the_house() {
    var words = Founder.words(keeper, "person", "swift");
    var browser = node.browser();
    browser.get("/join");
    assertThat(browser.post("/join", "paper", words).location()).isEqualTo("/enrol");
    browser.get("/enrol");
    for (var i = 0; i < 8; i++) {
      assertThat(browser.post("/enrol", "name", "lamp keeper").text())
          .contains("already signs in with this name");
    }
    assertThat(browser.post("/enrol", "name", "lamp keeper").text())
        .contains("too many names were asked for", "No account was made");
    assertThat(browser.get("/enrol").status()).isEqualTo(404);
    browser.get("/join");
    assertThat(browser.post("/join", "paper", words).status()).isEqualTo(400);
  }
}
