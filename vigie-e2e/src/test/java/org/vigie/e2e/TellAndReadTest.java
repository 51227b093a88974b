package org.vigie.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.demo.files.Voice;

@Tag("slow")
class TellAndReadTest {

  private static final String CHAT =
      """
      13/02/2024, 10:11 - Sister: salam, ياخشىمۇسىز
      13/02/2024, 10:12 - Bright Tea: Stop speaking
      and think of your mother
      13/02/2024, 10:13 - Bright Tea: ئۇ ماڭا 你知道 دېدى
      25/03/2024, 09:00 - Bright Tea: <Media omitted>
      """;

  @TempDir private Path home = Path.of("");
  @TempDir private Path phone = Path.of("");

  @Test
  void J2_a_person_tells_shows_a_chat_and_a_voice_note_and_gets_a_receipt() throws Exception {
    try (var node = TurnedNode.start(home);
        var keeper = Resident.found(node, "lantern");
        var person = keeper.invite("swallow", "Person")) {
      var walk = person.walk();
      walk.to("/tell").look("J2-tell");
      walk.fill("In your own words", "A man called me at night.").press("Keep this and go on");
      walk.look("J2-consent");
      walk.page.locator("input[name='answer.keep'][value=yes]").check();
      walk.press("Keep these answers").sees("Do you have something to show?").look("J2-show");
      walk.page.locator("input[type=file]").setInputFiles(files());
      walk.tick("A recording among these").press("Send and seal");
      walk.sees("Kept and sealed: 2").look("J2-exhibits");
      walk.follow("Receipt").sees("The proof will be here").look("J2-receipt");
      walk.follow("Back to exhibit 1").look("J2-exhibit");
    }
  }

  @Test
  void J3_a_caseworker_opens_the_veiled_chat_and_cites_its_lines_in_an_incident() throws Exception {
    try (var node = TurnedNode.start(home);
        var keeper = Resident.found(node, "lantern");
        var worker = keeper.invite("reed", "Caseworker")) {
      keeper.walk().to("/members");
      node.later(Duration.ofMinutes(1));
      worker.enter();
      var walk = worker.walk();
      walk.to("/tell").press("Keep this and go on");
      var file = walk.page.url().replaceFirst(".*(/cases/[0-9a-f]+)/.*", "$1");
      walk.to(file + "/exhibits/add").look("J3-add");
      walk.page.locator("input[type=file]").setInputFiles(files());
      walk.press("Send and seal");
      walk.follow("Read the messages").seesNot("Stop speaking");
      walk.look("J3-veiled");
      walk.follow("Show the words on this page").sees("Stop speaking").look("J3-open");
      walk.page.locator("input[name=line]").nth(1).check();
      walk.page.locator("input[name=line]").nth(2).check();
      walk.press("Make an incident of the ticked lines");
      walk.sees("Exhibit 1, lines").look("J3-incident");
      walk.page.locator("form#work button:not([formaction])").click();
      walk.sees("Exhibit 1, lines").look("J3-kept");
      walk.follow("Exhibit 1, lines").sees("Messages of exhibit 1");
    }
  }

  /** What a person has on their phone. */
  private Path[] files() throws IOException {
    var chat = Files.writeString(phone.resolve("chat.txt"), CHAT);
    var voice = Files.write(phone.resolve("voice.wav"), Voice.wav("sabe la porta.", 1));
    return new Path[] {chat, voice};
  }
}
