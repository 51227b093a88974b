package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;

/** A name that turns letters round turns nothing round but itself. */
class TurnedNamesTest {

  private static final String NAME = "Bright \u202EaeT";
  private static final String CHAT =
      """
      13/02/2024, 10:11 - Sister: salam
      13/02/2024, 10:12 - Bright \u202EaeT: be silent
      25/03/2024, 09:02 - Sister: he is gone
      """;

  @TempDir private Path home = Path.of("");
  @TempDir private Path out = Path.of("");

  @Test
  void stands_in_an_isolate_of_its_own_on_every_page_and_in_the_package() throws Exception {
    try (var node = TestNode.start(home)) {
      var person = Founder.invite(node, Founder.found(node, "keeper"), "person", "swift");
      var author = Author.tell(person, "He called", "en").agree("un", "yes");
      var browser = author.browser();
      var chat = author.attach("chat.txt", CHAT.getBytes(UTF_8));
      var exhibits = author.base + "/exhibits";
      assertIsolated(browser.get(exhibits + "/" + chat + "/messages").body());
      var found = exhibits + "/" + chat + "/messages/search";
      assertIsolated(browser.post(found, "wanted", "silent").body());
      assertIsolated(browser.post(exhibits + "/search", "wanted", "silent").body());
      var incident =
          author.incident("cite", chat + ":2-2", "original", "be silent", "claimedSender", NAME);
      assertIsolated(browser.get(incident).body());
      var dossier = author.begin("Special Rapporteur", "en");
      author.chooseAll(dossier);
      var zip = Files.write(out.resolve("d.zip"), author.release(dossier, "package").bytes());
      var page = Unzipped.of(zip).text("data/documents/dossier.html");
      assertThat(page).contains("Who sent this could not be verified.");
      // What the name opens is closed within the isolate, too, for readers that know no elements.
      assertThat(page).contains("<bdi dir=\"auto\">" + NAME + "\u202C</bdi>");
      assertThat(page.split("\u202E", -1)).as("nowhere else").hasSize(2);
    }
  }

  private static void assertIsolated(String page) {
    assertThat(page).contains("<bdi dir=\"auto\">" + NAME + "</bdi>");
  }
}
