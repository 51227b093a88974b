package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Language;
import org.vigie.node.demo.files.Photo;
import org.vigie.node.demo.files.Voice;
import org.vigie.typeset.Document;
import org.vigie.typeset.Typesetter;

/** What is made of exhibits so that they can be seen: by a browser without scripts. */
@Tag("slow")
class DerivedTest {

  @TempDir private Path home = Path.of("");

  @Test
  void J3_a_face_is_pointed_at_a_recording_and_a_document_are_seen_without_scripts()
      throws Exception {
    try (var node = TurnedNode.start(home);
        var keeper = Resident.found(node, "lantern");
        var person = keeper.invite("swallow", "Person")) {
      var walk = person.walk();
      var file = CoverPartsTest.tells(walk);
      var photo = CoverPartsTest.attach(node, walk, file, "photo.jpg", Photo.pavement(1));
      var voice =
          CoverPartsTest.attach(node, walk, file, "voice.wav", Voice.wav("sabe la porta.", 1));
      var letter = CoverPartsTest.attach(node, walk, file, "letter.pdf", pdf());

      walk.to(file + "/exhibits/" + photo + "/cover").look("J3-point-first");
      tap(walk, 150, 70);
      walk.sees("Now tap the opposite corner").look("J3-point-second");
      tap(walk, 230, 190);
      walk.sees("Tap one corner").look("J3-point-covered");
      assertThat(walk.page.locator("input[type=checkbox][name=area]").count()).isEqualTo(1);
      walk.press("Make the copy").sees("The copy is made").look("J3-covered-copy");

      walk.to(file + "/exhibits/" + voice).sees("How loud it is").look("J3-waveform");
      walk.to(file + "/exhibits/" + letter).look("J3-document");
      walk.to(file + "/exhibits/" + letter + "/pages").sees("The next page").look("J3-page");
      walk.followFirst("a[href$='n=2']");
      walk.sees("The page before");
    }
  }

  private static void tap(Walk walk, double x, double y) {
    var place = new Locator.ClickOptions().setPosition(x, y);
    walk.turn(() -> walk.page.locator("input[name=at]").click(place));
  }

  private static byte[] pdf() throws Exception {
    var document =
        Document.titled("A letter", Language.EN, java.time.Instant.EPOCH)
            .heading(1, "A letter about a call")
            .paragraph("Somebody called in the evening and spoke of the children.");
    for (var i = 0; i < 60; i++) {
      document.paragraph("ئۇ ماڭا 你知道 دېدى. Line " + i + " of what was written afterwards.");
    }
    return new Typesetter().typeset(document.build());
  }
}
