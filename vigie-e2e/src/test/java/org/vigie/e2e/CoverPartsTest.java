package org.vigie.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.casefile.Cases;
import org.vigie.node.demo.files.Photo;
import org.vigie.node.demo.files.Voice;
import org.vigie.node.exhibit.ExhibitReceived;
import org.vigie.node.exhibit.Intake;
import org.vigie.node.shell.Sessions;

@Tag("slow")
class CoverPartsTest {

  private static final String CHAT =
      """
      13/02/2024, 10:11 - Sister: salam, the school is called Mulberry
      13/02/2024, 10:12 - Bright Tea: Stop speaking
      and think of your mother
      25/03/2024, 09:02 - Sister: ئۇ ماڭا 你知道 دېدى
      """;

  @TempDir private Path home = Path.of("");

  @Test
  void J5_lines_parts_of_a_picture_and_spans_of_a_recording_are_covered_without_scripts()
      throws Exception {
    try (var node = TurnedNode.start(home);
        var keeper = Resident.found(node, "lantern");
        var person = keeper.invite("swallow", "Person")) {
      var walk = person.walk();
      var file = tells(walk);
      var chat = attach(node, walk, file, "chat.txt", CHAT.getBytes(UTF_8));
      var photo = attach(node, walk, file, "photo.jpg", Photo.door(1));
      var voice = attach(node, walk, file, "voice.wav", Voice.wav("sabe la porta.", 1));
      var dossier = complains(walk, file);
      walk.to(dossier + "/exhibits/" + chat).look("J5-cover-lines");
      walk.page.locator("input[name=unit][value='1']").check();
      walk.press("Make the copy").sees("The copy is made");
      walk.to(dossier + "/exhibits/" + photo);
      walk.page.locator("input[name=cell][value='4']").check();
      walk.page.locator("input[name=cell][value='5']").check();
      walk.fill("From the left", "10").fill("From the top", "60");
      walk.fill("Width", "30").fill("Height", "20");
      walk.press("Make the copy").look("J5-cover-picture").sees("The copy is made");
      walk.to(dossier + "/exhibits/" + voice);
      walk.fill("1. From", "0").fill("1. To", "0:01");
      walk.press("Make the copy").look("J5-cover-sound").sees("Covered so far");
      walk.to(dossier).look("J5-complaint").sees("parts covered");
      walk.to(dossier + "/contents").look("J5-complaint-contents");
      goes(person, dossier);
      walk.to(file + "/sent").sees("exhibit P-003");
    }
  }

  static String tells(Walk walk) {
    walk.to("/tell").fill("In your own words", "Un homme m’a appelé la nuit.");
    walk.press("Keep this and go on").to("/cases");
    walk.followFirst("a[href^='/cases/']");
    var file = walk.page.url().replaceFirst(".*(/cases/)", "$1");
    walk.to(file + "/incidents/new");
    walk.page.locator("textarea[name=original]").fill("بالىلىرىڭنى ئويلا، جىم تۇر");
    walk.submit();
    return file;
  }

  /** The file comes in as by the page of exhibits; that page has walks of its own. */
  static String attach(TurnedNode node, Walk walk, String file, String name, byte[] bytes)
      throws Exception {
    var cookie =
        walk.page.context().cookies().stream()
            .filter(one -> one.name.equals("vigie"))
            .findFirst()
            .orElseThrow();
    var member =
        node.part(Sessions.class).find(cookie.value).orElseThrow().signedIn().orElseThrow();
    var open =
        node.part(Cases.class)
            .find(member.keys(), file.substring("/cases/".length()))
            .orElseThrow();
    return node.part(Intake.class)
        .receive(
            member,
            open.register(),
            name,
            new ByteArrayInputStream(bytes),
            ExhibitReceived.Provenance.UNKNOWN)
        .id();
  }

  private static String complains(Walk walk, String file) {
    walk.to(file + "/dossiers").tick("A complaint to the French prosecutor").press("Begin");
    var dossier = walk.page.url().replaceFirst(".*(/cases/)", "$1").replace("/recipient", "");
    walk.look("J5-complaint-recipient");
    walk.fill("Which court?", "tribunal judiciaire d’Exempleville");
    walk.fill("Name of the complainant", "Personne A");
    walk.fill("Name of the association", "l’association Exemple");
    walk.fill("Their address", "1 rue de l’Exemple\n00000 Exempleville");
    walk.press("Keep and go on");
    walk.to(dossier + "/consent");
    walk.page.locator("input[name=answer][value=yes]").check();
    walk.page.locator("input[name=scope][value=all]").check();
    walk.press("Keep").to(dossier + "/contents");
    for (var box : walk.page.locator("main input[type=checkbox]").all()) {
      box.check();
    }
    walk.press("Keep this choice");
    return dossier;
  }

  private static void goes(Resident person, String dossier) throws Exception {
    var walk = person.walk();
    person.fresh();
    walk.to(dossier + "/release");
    walk.page.locator("input[name=form][value=package]").check();
    walk.page.locator("input[name=seal][value=open]").check();
    var button =
        walk.page
            .locator("main form button")
            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Record it"));
    var kept =
        Files.createDirectories(Path.of("target", "screenshots")).resolve("J5-complaint.zip");
    Files.copy(walk.download(button), kept, StandardCopyOption.REPLACE_EXISTING);
    var verified = Command.vigie("verify", kept.toString());
    assertThat(verified.exit()).as(verified.said()).isZero();
    walk.to(dossier + "/release").tick("With a passphrase").press("Record it and download");
    walk.look("J5-passphrase");
  }
}
