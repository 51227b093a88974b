package org.vigie.node.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.vigie.kernel.Secret;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.seal.Totp;
import org.vigie.testkit.Base32;

/** Walks through founding, inviting and joining as a person would, page by page. */
public final class Founder {

  private static final Pattern SECRET =
      Pattern.compile("<p class=\"secret\" dir=\"ltr\">([^<]*)</p>");

  private Founder() {}

  /** Somebody with an account, signed in. */
  public record Person(
      TestNode node,
      TestBrowser browser,
      String name,
      String passphrase,
      String app,
      java.util.List<String> papers) {

    /** Gives the passphrase again, whether the session is locked or only old. */
    public void fresh() {
      var path = browser.get("/again").location().equals("/unlock") ? "/unlock" : "/again";
      browser.get(path);
      assertThat(browser.post(path, "passphrase", passphrase).status()).isEqualTo(303);
    }

    /** The code their app shows, {@code ahead} steps of thirty seconds from now. */
    public String code(int ahead) {
      try (var secret = Secret.take(Base32.decode(app));
          var totp = Totp.ofSecret(secret)) {
        return totp.code(node.now().plusSeconds(30L * ahead));
      }
    }
  }

  /** Founds the house of {@code node}. */
  public static Person found(TestNode node, String name) {
    var browser = node.browser();
    assertThat(browser.get(node.foundingPath()).location()).isEqualTo("/enrol");
    return enrol(node, browser, name);
  }

  /** Lets {@code keeper} invite somebody who joins as {@code name}. */
  public static Person invite(TestNode node, Person keeper, String role, String name) {
    var words = words(keeper, role, "note for " + name);
    var browser = node.browser();
    browser.get("/join");
    assertThat(browser.post("/join", "paper", words.toUpperCase(Locale.ROOT)).location())
        .isEqualTo("/enrol");
    return enrol(node, browser, name);
  }

  /** The eight words of an invitation that {@code keeper} writes; roles with spaces between. */
  public static String words(Person keeper, String roles, String note) {
    keeper.fresh();
    keeper.browser().get("/members/invite");
    var fields = new java.util.ArrayList<>(java.util.List.of("note", note));
    for (var role : roles.split(" ", -1)) {
      fields.addAll(java.util.List.of("roles", role));
    }
    var page = keeper.browser().post("/members/invite", fields.toArray(String[]::new));
    return secrets(page.body()).getFirst();
  }

  private static Person enrol(TestNode node, TestBrowser browser, String name) {
    browser.get("/enrol");
    var named =
        browser.post("/enrol", "house", "Café of the Lamp", "name", name, "shown", "N. " + name);
    assertThat(named.location()).isEqualTo("/enrol/keys");
    var shown = secrets(browser.get("/enrol/keys").body());
    var person =
        new Person(node, browser, name, shown.getFirst(), shown.get(1), java.util.List.of());
    var made =
        browser.post("/enrol/keys", "passphrase", person.passphrase(), "code", person.code(0));
    assertThat(made.location()).isEqualTo("/papers");
    var papers = secrets(browser.get("/papers").body());
    browser.post("/papers/done");
    return new Person(node, browser, name, person.passphrase(), person.app(), papers);
  }

  static java.util.List<String> secrets(String body) {
    return SECRET.matcher(body).results().map(found -> found.group(1)).toList();
  }
}
