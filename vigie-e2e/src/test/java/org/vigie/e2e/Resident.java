package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.vigie.kernel.Secret;
import org.vigie.seal.Totp;
import org.vigie.testkit.Base32;

/**
 * Somebody of a house with their browser, who did everything through the pages: founded it, or came
 * by an invitation.
 *
 * @param walk their browser, signed in
 * @param name to sign in with
 * @param passphrase shown to them once
 * @param app secret of their authenticator app, base 32
 * @param papers recovery code and shares, as printed
 */
record Resident(Walk walk, String name, String passphrase, String app, List<String> papers)
    implements AutoCloseable {

  /** Founds the house of {@code node} and keeps the papers. */
  static Resident found(NodeProcess node, String name) {
    var walk = Walk.with(node, "en", 390);
    walk.to(node.printedAfter("vigie: set up the house at "));
    return enrol(walk, name, true);
  }

  /** Invites somebody in {@code roles}, who comes with a browser of their own. */
  Resident invite(NodeProcess node, String name, String... roles) {
    fresh();
    walk.to("/members/invite");
    walk.fill("How do you call", "the " + name);
    for (var role : roles) {
      walk.tick(role);
    }
    walk.press("Write the invitation");
    var words = walk.page.locator(".secret").first().innerText();
    var guest = Walk.with(node, "en", 390);
    guest.to("/join").fill("The eight words", words).press("Open the invitation");
    return enrol(guest, name, false);
  }

  private static Resident enrol(Walk walk, String name, boolean founding) {
    if (founding) {
      walk.look("J1-found").fill("What is the house called?", "Café of the Lamp");
    }
    walk.fill("Name to sign in with", name);
    if (walk.page.getByLabel("How should others").count() > 0) {
      walk.fill("How should others", "N. " + name);
    }
    walk.press("Continue");
    var passphrase = walk.page.locator(".secret").first().innerText().strip();
    var app = walk.page.locator(".secret").nth(1).innerText().strip();
    if (founding) {
      walk.look("J1-keys");
    }
    walk.fill("Type it here", passphrase)
        .fill("The six digits", code(app))
        .press(founding ? "Found the house" : "Make my account");
    var papers = walk.page.locator(".secret").allInnerTexts();
    assertThat(papers).as("a recovery code at least").isNotEmpty();
    if (founding) {
      walk.look("J1-papers");
    }
    walk.press("I have printed or copied them");
    return new Resident(walk, name, passphrase, app, papers);
  }

  /** Gives the passphrase again. */
  void fresh() {
    walk.to("/again");
    walk.page.locator("input[name=passphrase]").fill(passphrase);
    walk.press("Continue");
  }

  /** What the app shows now. */
  static String code(String app) {
    try (var secret = Secret.take(Base32.decode(app));
        var totp = Totp.ofSecret(secret)) {
      return totp.code(Clock.systemUTC().instant());
    }
  }

  @Override
  public void close() {
    walk.close();
  }
}
