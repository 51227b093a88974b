package org.vigie.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.imports.pdf.PdfText;
import org.vigie.seal.X25519Key;

@Tag("slow")
class HandOverTest {

  @TempDir private Path home = Path.of("");
  @TempDir private Path outside = Path.of("");

  @Test
  void J5_a_dossier_is_chosen_covered_searched_sealed_and_checked_elsewhere() throws Exception {
    Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/age")), "Debian's age is not installed");
    try (var node = TurnedNode.start(home);
        var keeper = Resident.found(node, "lantern");
        var person = keeper.invite("swallow", "Person")) {
      var walk = person.walk().byKeyboard();
      var file = tells(walk);
      walk.to(file + "/never").look("J5-never");
      walk.fill("What must not be said", "Grandmother Lamplight").press("Never say this");
      var dossier = begins(walk, file);
      agrees(walk, dossier);
      walk.to(dossier + "/contents").look("J5-contents");
      for (var box : walk.page.locator("main input[type=checkbox]").all()) {
        box.check();
      }
      walk.press("Keep this choice").look("J5-dossier");
      person.fresh();
      walk.to(dossier + "/release").look("J5-found").sees("must never be said");
      walk.seesNot("Lamplight");
      leavesWordsOut(walk, dossier);
      person.fresh();
      walk.to(dossier + "/release").look("J5-release");
      var handed = sealedToTheRecipient(walk);
      isCheckedElsewhere(handed);
      walk.to(file + "/sent").look("J5-sent").sees("Special Rapporteur");
    }
  }

  private static String tells(Walk walk) {
    walk.to("/tell").look("J5-tell");
    walk.fill(
        "In your own words",
        "A man called me at night. He said he had spoken with Grandmother Lamplight. "
            + "He wants to know who comes on Thursdays.");
    walk.press("Keep this and go on").to("/cases");
    walk.followFirst("a[href^='/cases/']");
    var file = walk.page.url().replaceFirst(".*(/cases/)", "$1");
    walk.to(file + "/incidents/new").look("J5-incident");
    walk.page.locator("textarea[name=original]").fill("Tell us who comes on Thursdays.");
    walk.submit();
    return file;
  }

  private static String begins(Walk walk, String file) {
    walk.to(file + "/dossiers").look("J5-dossiers");
    walk.tick("A dossier for somebody else").press("Begin");
    var dossier = walk.page.url().replaceFirst(".*(/cases/)", "$1").replace("/recipient", "");
    walk.look("J5-recipient");
    walk.page.locator("input[name=recipient]").fill("Office of the Special Rapporteur");
    walk.page.locator("input[name=role][value=un]").check();
    walk.page.locator("input[name=purpose][value=un]").check();
    walk.page.locator("input[name=language][value=en]").check();
    walk.press("Keep and go on");
    return dossier;
  }

  private static void agrees(Walk walk, String dossier) {
    walk.to(dossier + "/consent").look("J5-consent");
    walk.page.locator("input[name=answer][value=yes]").check();
    walk.page.locator("input[name=scope][value=all]").check();
    walk.press("Keep");
  }

  private static void leavesWordsOut(Walk walk, String dossier) {
    walk.followFirst("a[href*='/words/']");
    walk.look("J5-words");
    walk.page
        .locator("label.passage")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Lamplight"))
        .locator("input")
        .check();
    walk.press("Keep this").to(dossier).sees("left out");
  }

  private Path sealedToTheRecipient(Walk walk) throws Exception {
    try (var key = X25519Key.generate(new SecureRandom())) {
      Files.writeString(outside.resolve("key.txt"), key.text() + "\n");
      walk.page.locator("input[name=form][value=package]").check();
      walk.page.locator("input[name=seal][value=key]").check();
      walk.page.locator("[name=key]").fill(key.recipient().text());
    }
    var submit =
        walk.page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record it and download"));
    var sealed = outside.resolve("dossier.zip.age");
    Files.copy(walk.download(submit), sealed);
    return sealed;
  }

  private void isCheckedElsewhere(Path sealed) throws Exception {
    var opened = outside.resolve("dossier.zip");
    var age =
        Command.run(
            "age",
            "-d",
            "-i",
            outside.resolve("key.txt").toString(),
            "-o",
            opened.toString(),
            sealed.toString());
    assertThat(age.exit()).as(age.said()).isZero();
    var verified = Command.vigie("verify", opened.toString());
    assertThat(verified.exit()).as(verified.said()).isZero();
    var papers = 0;
    try (var files = new ZipFile(opened.toFile())) {
      for (var file : files.stream().filter(one -> !one.isDirectory()).toList()) {
        var bytes = files.getInputStream(file).readAllBytes();
        assertThat(new String(bytes, UTF_8)).as(file.getName()).doesNotContain("Lamplight");
        if (file.getName().endsWith(".pdf")) {
          assertThat(PdfText.spoken(bytes))
              .as(file.getName())
              .contains("Thursdays")
              .doesNotContain("Lamplight");
          papers++;
        }
      }
    }
    assertThat(papers).isPositive();
  }
}
