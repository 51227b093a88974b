package org.vigie.node.shield;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.regex.Pattern;
import org.vigie.kernel.Secret;
import org.vigie.node.ServedNode;
import org.vigie.node.TestBrowser;
import org.vigie.seal.Totp;
import org.vigie.testkit.Base32;

/** What people do first, in a node that runs in a process of its own. */
final class Journey {

  private static final Pattern SECRET =
      Pattern.compile("<p class=\"secret\" dir=\"ltr\">([^<]*)</p>");
  private static final Pattern CASE = Pattern.compile("/cases/([0-9a-f]{32})/consent");

  private Journey() {}

  /** Somebody with an account; without an app if {@code app} is blank. */
  record Person(String name, String passphrase, String app) {

    String code() {
      try (var secret = Secret.take(Base32.decode(app));
          var totp = Totp.ofSecret(secret)) {
        return totp.code(Clock.systemUTC().instant());
      }
    }
  }

  /** Founds the house; the browser is then signed in as its keeper. */
  static Person found(ServedNode node, TestBrowser browser, String name) {
    assertThat(browser.get(node.foundingPath()).location()).isEqualTo("/enrol");
    return enrol(browser, name, true);
  }

  /** Lets the keeper who is signed in invite a person, who joins without an app. */
  static Person invite(ServedNode node, TestBrowser keeper, TestBrowser browser, String name) {
    keeper.get("/members/invite");
    var words =
        secret(keeper.post("/members/invite", "note", "note " + name, "roles", "person").body(), 0);
    browser.get("/join");
    assertThat(browser.post("/join", "paper", words).location()).isEqualTo("/enrol");
    return enrol(browser, name, false);
  }

  private static Person enrol(TestBrowser browser, String name, boolean withApp) {
    browser.get("/enrol");
    var named = browser.post("/enrol", "house", "House " + name, "name", name, "shown", name);
    assertThat(named.location()).isEqualTo("/enrol/keys");
    var keys = browser.get("/enrol/keys").body();
    var person = new Person(name, secret(keys, 0), withApp ? secret(keys, 1) : "");
    var code = withApp ? person.code() : "";
    assertThat(
            browser.post("/enrol/keys", "passphrase", person.passphrase(), "code", code).location())
        .isEqualTo("/papers");
    browser.get("/papers");
    browser.post("/papers/done");
    return person;
  }

  /** Signs somebody in who has no app. */
  static void signIn(TestBrowser browser, Person person) {
    browser.get("/sign-in");
    var answer =
        browser.post(
            "/sign-in", "name", person.name(), "passphrase", person.passphrase(), "code", "");
    assertThat(answer.status()).isEqualTo(303);
  }

  /** Tells something for the first time; the id of the case. */
  static String tell(TestBrowser browser, String words) {
    browser.get("/tell");
    var told = browser.post("/tell", "words", words, "language", "en", "pseudonym", "Swallow");
    var found = CASE.matcher(told.location());
    assertThat(found.matches()).as(told.location()).isTrue();
    return found.group(1);
  }

  private static String secret(String body, int index) {
    return SECRET.matcher(body).results().map(found -> found.group(1)).toList().get(index);
  }
}
