package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.vigie.kernel.Secret;
import org.vigie.seal.Totp;
import org.vigie.testkit.Base32;

/**
 * Somebody of a house with their browser, who did everything through the pages: founded it, or came
 * by an invitation.
 *
 * @param node where the house is
 * @param walk their browser, signed in
 * @param name to sign in with
 * @param passphrase shown to them once
 * @param app secret of their authenticator app, base 32
 * @param papers recovery code and shares, as printed
 */
record Resident(
    RunningNode node, Walk walk, String name, String passphrase, String app, List<String> papers)
    implements AutoCloseable {

  /** Founds the house of {@code node} and keeps the papers. */
  static Resident found(RunningNode node, String name) {
    return found(node, name, false);
  }

  /** The same, looking well at every page. */
  static Resident foundLooking(RunningNode node, String name) {
    return found(node, name, true);
  }

  private static Resident found(RunningNode node, String name, boolean looking) {
    var walk = Walk.with(node, "en", 390);
    walk.to(node.foundingUrl());
    return enrol(node, walk, name, true, looking);
  }

  /** Invites somebody in {@code roles}, who comes with a browser of their own. */
  Resident invite(String name, String... roles) {
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
    return enrol(node, guest, name, false, false);
  }

  private static Resident enrol(
      RunningNode node, Walk walk, String name, boolean founding, boolean looking) {
    if (looking) {
      walk.look("J1-found");
    }
    if (founding) {
      walk.fill("What is the house called?", "Café of the Lamp");
    }
    walk.fill("Name to sign in with", name);
    if (walk.page.getByLabel("How should others").count() > 0) {
      walk.fill("How should others", "N. " + name);
    }
    walk.press("Continue");
    var passphrase = walk.page.locator(".secret").first().innerText().strip();
    var app = walk.page.locator(".secret").nth(1).innerText().strip();
    if (looking) {
      walk.look("J1-keys");
    }
    walk.fill("Type it here", passphrase)
        .fill("The six digits", code(node, app))
        .press(founding ? "Found the house" : "Make my account");
    var papers = walk.page.locator(".secret").allInnerTexts();
    assertThat(papers).as("a recovery code at least").isNotEmpty();
    if (looking) {
      walk.look("J1-papers");
    }
    walk.press("I have printed or copied them");
    return new Resident(node, walk, name, passphrase, app, papers);
  }

  /** Gives the passphrase again. */
  void fresh() {
    walk.to("/again");
    walk.page.locator("input[name=passphrase]").fill(passphrase);
    walk.press("Continue");
  }

  /** Leaves and signs in again, as people do after weeks. */
  void enter() {
    walk.to("/leave");
    walk.to("/sign-in").fill("Name", name).fill("Passphrase", passphrase);
    walk.fill("Code of your app", code(node, app)).press("Sign in");
    walk.page.waitForURL(address -> !address.endsWith("/sign-in"));
  }

  /** What the app shows now. */
  static String code(RunningNode node, String app) {
    try (var secret = Secret.take(Base32.decode(app));
        var totp = Totp.ofSecret(secret)) {
      return totp.code(node.now());
    }
  }

  @Override
  public void close() {
    walk.close();
  }
}
