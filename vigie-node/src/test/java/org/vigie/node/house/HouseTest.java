package org.vigie.node.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestBrowser.Answer;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder.Person;
import org.vigie.register.store.RegisterRows;

@SuppressWarnings("NullAway.Init")
class HouseTest {

  @TempDir static Path home;
  private static TestNode node;
  private static Person keeper;
  private static String foundingPath;

  @BeforeAll
  static void found() {
    node = TestNode.start(home);
    assertThat(node.browser().get("/").text()).contains("This house is not founded yet");
    foundingPath = node.foundingPath();
    keeper = Founder.found(node, "lamp keeper");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void is_founded_once_and_only_under_the_printed_address() {
    assertThat(node.browser().get("/found/" + "0".repeat(32)).status()).isEqualTo(404);
    assertThat(node.browser().get(foundingPath).status()).isEqualTo(404);
    assertThat(keeper.browser().get("/").status()).isEqualTo(200);
  }

  @BeforeEach
  void keeper_is_there() {
    keeper.fresh();
  }

  @Test
  void prints_a_recovery_code_and_three_shares_once() {
    assertThat(keeper.papers()).hasSize(4);
    assertThat(keeper.papers().getFirst().split(" ")).hasSize(8);
    assertThat(keeper.papers().subList(1, 4)).allMatch(text -> text.startsWith("vigie"));
    assertThat(keeper.browser().get("/papers").status()).isEqualTo(404);
  }

  @Test
  void lets_somebody_in_with_a_paper_and_no_keeper_ever_knows_their_passphrase() {
    var person = Founder.invite(node, keeper, "person", "heron");
    assertThat(person.browser().get("/account").text()).contains("Person");
    assertThat(keeper.browser().get("/members").text()).contains("note for heron");
    assertThat(keeper.browser().get("/members").body()).doesNotContain(person.passphrase());
    var again = signIn(person, 1);
    assertThat(again.status()).isEqualTo(303);
    assertThat(person.browser().get("/account").text()).contains("You are in Café of the Lamp");
    assertThat(person.browser().get("/members").status()).isEqualTo(404);
  }

  @Test
  void an_invitation_works_once() {
    var words = Founder.words(keeper, "person", "swift");
    var first = node.browser();
    first.get("/join");
    assertThat(first.post("/join", "paper", words).location()).isEqualTo("/enrol");
    var second = node.browser();
    second.get("/join");
    assertThat(second.post("/join", "paper", "one two three").status()).isEqualTo(400);
  }

  @Test
  void signs_in_with_name_passphrase_and_code_and_each_code_only_once() {
    var person = Founder.invite(node, keeper, "caseworker", "ibis");
    var code = person.code(1);
    assertThat(signIn(person, code).status()).isEqualTo(303);
    assertThat(signIn(person, code).status()).isEqualTo(401);
  }

  @Test
  void S_24_gives_the_same_answer_for_an_unknown_name_a_wrong_passphrase_and_a_wrong_code() {
    var person = Founder.invite(node, keeper, "caseworker", "crane");
    var unknown = attempt("nobody at all", person.passphrase(), "000000");
    var wrong = attempt(person.name(), "seven words that are not the ones", "000000");
    var code = attempt(person.name(), person.passphrase(), "000000");
    assertThat(bare(wrong)).isEqualTo(bare(unknown));
    assertThat(bare(code)).isEqualTo(bare(unknown));
    assertThat(wrong.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
    assertThat(unknown.status()).isEqualTo(401);
  }

  private static String bare(Answer answer) {
    return answer.body().replaceAll("[0-9a-f]{64}", "token");
  }

  @Test
  void S_26_signing_in_unlocking_and_asking_again_give_new_sessions() {
    var person = Founder.invite(node, keeper, "caseworker", "stork");
    var browser = person.browser();
    browser.get("/account");
    var open = browser.cookie("vigie");
    browser.post("/pause");
    browser.get("/unlock");
    assertThat(browser.post("/unlock", "passphrase", person.passphrase()).status()).isEqualTo(303);
    var unlocked = browser.cookie("vigie");
    assertThat(unlocked).isNotEqualTo(open);
    assertThat(node.browser().cookie("vigie", open).get("/account").location())
        .isEqualTo("/sign-in");
    browser.get("/again");
    browser.post("/again", "passphrase", person.passphrase());
    assertThat(browser.cookie("vigie")).isNotEqualTo(unlocked);
    assertThat(browser.get("/account").status()).isEqualTo(200);
  }

  @Test
  void S_27_removing_a_member_asks_the_passphrase_again() {
    Founder.invite(node, keeper, "person", "plover");
    keeper.browser().get("/members");
    node.later(Duration.ofMinutes(6));
    var id =
        keeper
            .browser()
            .get("/members")
            .body()
            .replaceAll("(?s).*?/members/([0-9a-f]{32})/remove.*", "$1");
    assertThat(keeper.browser().get("/members/" + id + "/remove").location()).isEqualTo("/again");
    keeper.browser().get("/again");
    var back = keeper.browser().post("/again", "passphrase", keeper.passphrase());
    assertThat(back.location()).isEqualTo("/members/" + id + "/remove");
  }

  @Test
  void S_38_a_removed_members_session_is_dead_at_once() {
    var person = Founder.invite(node, keeper, "host", "dipper");
    keeper.browser().get("/members");
    assertThat(signIn(person, 1).status()).isEqualTo(303);
    assertThat(person.browser().get("/account").text()).contains("You are in");
    var page = keeper.browser().get("/members").body();
    var before = page.substring(0, page.indexOf("/remove", page.indexOf("N. dipper")));
    var id = before.substring(before.lastIndexOf("/members/") + 9);
    keeper.fresh();
    keeper.browser().get("/members/" + id + "/remove");
    assertThat(keeper.browser().post("/members/" + id + "/remove").location())
        .isEqualTo("/members");
    assertThat(person.browser().get("/account").location()).isEqualTo("/sign-in");
    node.later(Duration.ofSeconds(60));
    assertThat(signIn(person, 1).status()).isEqualTo(303);
    assertThat(person.browser().get("/account").text()).doesNotContain("You are in");
    assertThat(keeper.browser().get("/members").text()).doesNotContain("N. dipper");
  }

  @Test
  void S_38_what_was_written_before_somebody_left_is_under_a_key_they_never_had() throws Exception {
    Founder.invite(node, keeper, "host", "teal");
    keeper.browser().get("/members");
    keeper.fresh();
    var page = keeper.browser().get("/members").body();
    var before = page.substring(0, page.indexOf("/remove", page.indexOf("N. teal")));
    var path = "/members/" + before.substring(before.lastIndexOf("/members/") + 9) + "/remove";
    keeper.browser().get(path);
    keeper.browser().post(path);
    node.later(Duration.ofSeconds(60));
    var member =
        node.part(Accounts.class)
            .signIn(keeper.name(), keeper.passphrase(), keeper.code(1))
            .orElseThrow();
    var house = node.part(Houses.class).find(member).orElseThrow();
    var rows = node.part(RegisterRows.class).entries(house.id(), 0, 1000);
    assertThat(rows.getLast().epoch()).isPositive();
    assertThat(rows).allMatch(row -> row.keyEpoch() == rows.getLast().epoch());
    member.keys().close();
  }

  @Test
  void tells_keepers_how_strong_the_cage_for_files_is() {
    assertThat(keeper.browser().get("/house").text())
        .contains("Files are read in a separate process");
  }

  @Test
  void changes_a_passphrase_and_ends_the_other_sessions() {
    var person = Founder.invite(node, keeper, "person", "wren");
    var browser = person.browser();
    browser.get("/account/passphrase");
    var fresh = "seven fresh words for one small bird";
    var changed = browser.post("/account/passphrase", "now", person.passphrase(), "fresh", fresh);
    assertThat(changed.location()).isEqualTo("/account");
    assertThat(attempt(person.name(), person.passphrase(), person.code(1)).status()).isEqualTo(401);
    assertThat(attempt(person.name(), fresh, person.code(1)).status()).isEqualTo(303);
  }

  @Test
  void S_45_shares_set_a_new_passphrase_only_after_72_hours_that_the_house_can_see() {
    var founder = keeper;
    var shares = String.join("\n", founder.papers().subList(1, 3));
    var stranger = node.browser();
    stranger.get("/recover/shares");
    var asked = stranger.post("/recover/shares", "name", founder.name(), "shares", shares);
    assertThat(asked.text()).contains("Come back with the same shares");
    var early =
        stranger.post(
            "/recover/shares",
            "name",
            founder.name(),
            "shares",
            shares,
            "fresh",
            "a new passphrase of somebody");
    assertThat(early.status()).isEqualTo(400);
    assertThat(early.text()).contains("The 72 hours are not over");
    var seen = founder.browser().get("/account");
    assertThat(seen.text()).contains("Somebody joined the printed shares of your account");
    assertThat(founder.browser().post("/account/recovery/stop").location()).isEqualTo("/account");
    assertThat(founder.browser().get("/account").text()).doesNotContain("Somebody joined");
  }

  @Test
  void the_printed_code_brings_a_lost_account_back() {
    var person = Founder.invite(node, keeper, "caseworker", "grebe");
    var browser = node.browser();
    browser.get("/recover");
    var fresh = "another passphrase after the loss";
    var words = person.papers().getFirst();
    assertThat(browser.post("/recover", "name", "grebe", "paper", "no", "fresh", fresh).status())
        .isEqualTo(400);
    assertThat(browser.post("/recover", "name", "grebe", "paper", words, "fresh", fresh).location())
        .isEqualTo("/account/app");
    assertThat(attempt("grebe", person.passphrase(), "").status()).isEqualTo(401);
    assertThat(attempt("grebe", fresh, "").status()).isEqualTo(303);
  }

  @Test
  void S_26_an_account_that_comes_back_ends_the_sessions_it_had() {
    var person = Founder.invite(node, keeper, "caseworker", "egret");
    assertThat(person.browser().get("/account").status()).isEqualTo(200);
    var browser = node.browser();
    browser.get("/recover");
    var fresh = "another passphrase after the theft";
    var words = person.papers().getFirst();
    browser.post("/recover", "name", "egret", "paper", words, "fresh", fresh);
    assertThat(browser.get("/account").status()).isEqualTo(200);
    assertThat(person.browser().get("/account").location()).isEqualTo("/sign-in");
  }

  @Test
  void S_24_an_invitation_opened_in_many_sessions_tells_no_more_names_than_in_one() {
    var words = Founder.words(keeper, "person", "siskin");
    var sessions = new ArrayList<TestBrowser>();
    for (var i = 0; i < 12; i++) {
      var browser = node.browser();
      browser.get("/join");
      assertThat(browser.post("/join", "paper", words).location()).isEqualTo("/enrol");
      browser.get("/enrol");
      sessions.add(browser);
    }
    for (var i = 0; i < 10; i++) {
      sessions.get(i).post("/enrol", "name", keeper.name());
    }
    var taken = sessions.get(10).post("/enrol", "name", keeper.name());
    var free = sessions.get(11).post("/enrol", "name", "nobody has this name");
    assertThat(taken.text()).contains("too many names were asked for");
    assertThat(free.status()).isEqualTo(taken.status());
    assertThat(free.text()).contains("too many names were asked for");
  }

  @Test
  void S_24_somebody_who_is_in_cannot_ask_for_names() {
    var person = Founder.invite(node, keeper, "person", "curlew");
    person.browser().get("/account/app");
    assertThat(person.browser().get("/enrol").status()).isEqualTo(404);
    assertThat(person.browser().post("/enrol", "house", "x", "name", "free").status())
        .isEqualTo(404);
    assertThat(person.browser().post("/enrol", "house", "x", "name", keeper.name()).status())
        .isEqualTo(404);
  }

  @Test
  void never_keeps_a_passphrase_that_came_when_the_session_was_locked() {
    var person = Founder.invite(node, keeper, "person", "finch");
    person.browser().get("/account/passphrase");
    node.later(Duration.ofMinutes(11));
    var fresh = "a passphrase that nobody must keep";
    person.browser().post("/account/passphrase", "now", person.passphrase(), "fresh", fresh);
    person.browser().get("/unlock");
    person.browser().post("/unlock", "passphrase", person.passphrase());
    assertThat(person.browser().get("/kept").body()).doesNotContain(fresh);
  }

  private static Answer signIn(Person person, int ahead) {
    return signIn(person, person.code(ahead));
  }

  private static Answer signIn(Person person, String code) {
    person.browser().get("/sign-in");
    return person
        .browser()
        .post("/sign-in", "name", person.name(), "passphrase", person.passphrase(), "code", code);
  }

  private static Answer attempt(String name, String passphrase, String code) {
    var browser = node.browser();
    browser.get("/sign-in");
    return browser.post("/sign-in", "name", name, "passphrase", passphrase, "code", code);
  }
}
