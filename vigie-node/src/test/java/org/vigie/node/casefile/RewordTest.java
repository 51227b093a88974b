package org.vigie.node.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

/** What was told can be told in other words; what was told before stays. */
@SuppressWarnings("NullAway.Init")
class RewordTest {

  private static final String FIRST = "A caller asked me who comes on Thursdays";
  private static final Pattern REWORD = Pattern.compile("href=\"([^\"]*/account/\\d+/reword)\"");

  @TempDir static Path home;
  private static TestNode node;
  private static Founder.Person keeper;
  private static Founder.Person helper;

  @BeforeAll
  static void found() {
    node = TestNode.start(home);
    keeper = Founder.found(node, "keeper");
    helper = Founder.invite(node, keeper, "caseworker", "heron");
    keeper.fresh();
    keeper.browser().get("/members");
    helper.browser().get("/sign-in");
    helper
        .browser()
        .post(
            "/sign-in",
            "name",
            helper.name(),
            "passphrase",
            helper.passphrase(),
            "code",
            helper.code(1));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static Told told(String name) {
    return Told.by(Founder.invite(node, keeper, "person", name), FIRST);
  }

  private static List<String> rewordable(TestBrowser browser, Told told) {
    var page = browser.get(told.base() + "/account").body();
    return REWORD.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private static void reword(TestBrowser browser, String address, String words) {
    assertThat(browser.get(address).status()).isEqualTo(200);
    assertThat(browser.post(address, "words", words, "language", "en").location())
        .endsWith("/account");
  }

  private static void letIn(Told told) {
    var page = told.person().browser().get(told.base() + "/people").body();
    var found = Pattern.compile("value=\"([0-9a-f]{32})\"[^>]*>N\\. heron").matcher(page);
    assertThat(found.find()).isTrue();
    var given =
        told.person().browser().post(told.base() + "/people", "member", found.group(1)).status();
    assertThat(given).isEqualTo(303);
  }

  private static String hidden(String body) {
    return body.substring(body.indexOf("<details class=\"veil\""));
  }

  @Test
  void a_new_version_stands_there_and_the_former_ones_are_kept_behind_it_with_their_days() {
    var told = told("swallow");
    var browser = told.person().browser();
    browser.get(told.base() + "/tell");
    browser.post(told.base() + "/tell", "words", "He called again", "language", "en");
    var all = rewordable(browser, told);
    assertThat(all).hasSize(2);
    assertThat(browser.get(all.getFirst()).body()).contains(">" + FIRST + "</textarea>");
    reword(browser, all.getFirst(), "He asked who comes, by name");
    reword(browser, rewordable(browser, told).getFirst(), "He asked who comes, by first name");
    reword(browser, all.getLast(), "He called again at night");

    var page = browser.get(told.base() + "/account").body();
    var shown = page.substring(0, page.indexOf("<details class=\"veil\""));
    assertThat(shown).contains("He asked who comes, by first name").doesNotContain(FIRST);
    var kept = hidden(page);
    assertThat(kept).contains(FIRST, "He asked who comes, by name<", "He called again<");
    assertThat(kept).contains("Version 1 · ", "Version 2 · ", "He called again at night");
    browser.get("/language/fr");
    assertThat(browser.get(told.base() + "/account").text())
        .contains("Version 3, écrite le", "Versions précédentes", "Le dire autrement");
    browser.get("/language/en");
  }

  @Test
  void the_same_words_and_none_change_nothing() {
    var told = told("linnet");
    var browser = told.person().browser();
    var address = rewordable(browser, told).getFirst();
    for (var words : new String[] {FIRST, "  " + FIRST + "\n", "", " \n"}) {
      reword(browser, address, words);
      assertThat(browser.get(told.base() + "/account").text())
          .contains("nothing was changed")
          .doesNotContain("Earlier versions");
    }
    assertThat(rewordable(browser, told)).containsExactly(address);
  }

  @Test
  void a_form_that_was_open_meanwhile_loses_nothing() {
    var told = told("wren");
    var browser = told.person().browser();
    var address = rewordable(browser, told).getFirst();
    reword(browser, address, "Words of the first window");
    reword(browser, address, "Words of the second window");
    var page = browser.get(told.base() + "/account").body();
    assertThat(hidden(page)).contains(FIRST, "Words of the first window");
    assertThat(page.substring(0, page.indexOf("<details class=\"veil\"")))
        .contains("Words of the second window");
  }

  @Test
  void S_33_only_who_wrote_it_and_the_person_may() {
    var told = told("swift");
    keeper.browser().get("/members");
    letIn(told);
    var person = told.person().browser();
    var other = helper.browser();
    var first = rewordable(person, told).getFirst();
    assertThat(rewordable(other, told)).isEmpty();
    assertThat(other.get(first).status()).isEqualTo(404);
    assertThat(other.post(first, "words", "Words put in a mouth").status()).isEqualTo(404);

    other.get(told.base() + "/tell");
    other.post(told.base() + "/tell", "words", "Told to me on the phone", "language", "en");
    var theirs = rewordable(other, told);
    assertThat(theirs).hasSize(1);
    reword(other, theirs.getFirst(), "Told to me on the telephone");
    assertThat(rewordable(person, told)).hasSize(2);
    reword(person, rewordable(person, told).getLast(), "As I said on the telephone");
    assertThat(rewordable(other, told)).as("these are the person's words now").isEmpty();
    assertThat(other.get(theirs.getFirst()).status()).isEqualTo(404);

    var stranger = Founder.invite(node, keeper, "person", "linden").browser();
    assertThat(stranger.get(first).status()).isEqualTo(404);
    assertThat(stranger.post(first, "words", "Words of a stranger").status()).isEqualTo(404);
    assertThat(person.get(told.base() + "/account").body())
        .contains(FIRST, "As I said on the telephone", "Told to me on the telephone")
        .doesNotContain("in a mouth", "of a stranger");
    assertThat(person.get(told.base() + "/account/0/reword").status()).isEqualTo(404);
    assertThat(person.get(told.base() + "/account/x/reword").status()).isEqualTo(404);
  }
}
