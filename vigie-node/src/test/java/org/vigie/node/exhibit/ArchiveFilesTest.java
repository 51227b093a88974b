package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.demo.files.Voice;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

/** What lies in an archive is listed and can be taken out, whether a message names it or not. */
@SuppressWarnings("NullAway.Init")
class ArchiveFilesTest {

  private static final String NOT_SHOWN = "This kind of file is not shown here";
  private static final String PDF =
      """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R\
      /Resources<</Font<</F 5 0 R>>>>>>endobj
      4 0 obj<</Length 41>>stream
      BT /F 9 Tf 9 9 Td (words of it) Tj ET
      endstream endobj
      5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
      trailer<</Root 1 0 R>>
      """;

  @TempDir static Path home;
  private static TestNode node;
  private static Founder.Person keeper;
  private static int people;

  @BeforeAll
  static void found() {
    node = TestNode.start(home);
    keeper = Founder.found(node, "lamp keeper");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static Told told() {
    return Told.by(Founder.invite(node, keeper, "person", "heron " + ++people), "somebody called");
  }

  private static String sent(Told told, String name, byte[] bytes) {
    return Files.to(told).file(name, bytes).sent().getLast();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] png() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.setLevel(0);
      for (var file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] tarGz(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      for (var file : new TreeMap<>(files).entrySet()) {
        var header = new byte[512];
        put(header, 0, file.getKey());
        put(header, 124, String.format(Locale.ROOT, "%011o ", file.getValue().length));
        put(header, 156, "0");
        put(header, 257, "ustar\00000");
        Arrays.fill(header, 148, 156, (byte) ' ');
        var sum = 0;
        for (var b : header) {
          sum += b & 0xFF;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        gzip.write(header);
        gzip.write(file.getValue());
        gzip.write(new byte[(512 - file.getValue().length % 512) % 512]);
      }
      gzip.write(new byte[1024]);
    }
    return bytes.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    System.arraycopy(utf8(text), 0, header, at, utf8(text).length);
  }

  @Test
  void photographs_and_recordings_without_a_chat_are_listed_taken_out_seen_and_heard()
      throws Exception {
    var told = told();
    var browser = told.person().browser();
    var files = Map.of("calls/note.wav", Voice.wav("be silent", 7), "shot.png", png());
    var archive = sent(told, "evidence.zip", zip(files));
    assertThat(browser.get(archive).text())
        .contains("Files in it", "It holds 2 files.", "calls/note.wav", "shot.png")
        .doesNotContain(NOT_SHOWN);

    var shot = browser.post(archive + "/files", "file", "2").location();
    assertThat(browser.get(shot).text())
        .contains("Exhibit 2", "shot.png", "You took it out of the exhibit it came in");
    assertThat(told.text(shot + "/custody?in=en")).contains("Taken out of exhibit 1 by the person");
    assertThat(told.text(shot + "/custody?in=fr")).contains("Sortie par la personne de la pièce 1");
    assertThat(browser.get(shot + "/preview").header("Content-Type")).isEqualTo("image/png");

    var both = browser.post(archive + "/files", "file", "1", "file", "2", "from", "1").location();
    assertThat(both).isEqualTo(archive + "?files=1");
    var page = browser.get(archive);
    assertThat(page.body())
        .contains("href=\"" + shot + "\"")
        .doesNotContain("type=\"checkbox\" name=\"file\"");
    assertThat(page.text()).contains("Exhibit 3").doesNotContain("Exhibit 4");
    var note = shot.substring(0, shot.lastIndexOf('/')) + "/";
    var third = page.body().replaceAll("(?s).*href=\"(" + note + "[0-9a-f]+)\">Exhibit 3.*", "$1");
    assertThat(browser.get(third + "/sound").header("Content-Type")).isEqualTo("audio/wav");
    assertThat(browser.bytes(third + "/original")).isEqualTo(files.get("calls/note.wav"));

    browser.get("/language/fr");
    assertThat(browser.get(archive).text()).contains("Fichiers qu’elle contient");
    browser.get("/language/en");
    assertThat(browser.follow(browser.post(archive + "/files", "from", "1")).text())
        .contains("Nothing was ticked");
    assertThat(browser.get(told.base() + "/exhibits").text()).doesNotContain("Exhibit 4");
  }

  @Test
  void what_no_message_names_lies_beside_the_chat_and_what_one_names_is_the_same_exhibit()
      throws Exception {
    var told = told();
    var browser = told.person().browser();
    var chat =
        """
        13/02/2024, 10:11 - A: salam
        13/02/2024, 10:12 - B: PTT-1.wav (file attached)
        """;
    var files = new TreeMap<String, byte[]>();
    files.put("chat/_chat.txt", utf8(chat));
    files.put("chat/PTT-1.wav", Voice.wav("one", 1));
    files.put("chat/summons.pdf", utf8(PDF));
    var archive = sent(told, "chat.tar.gz", tarGz(files));
    assertThat(browser.get(archive).text())
        .contains("Read the messages", "It holds 3 files.", "chat/summons.pdf");

    var paper = browser.post(archive + "/files", "file", "3").location();
    assertThat(browser.get(paper).text()).contains("application/pdf", "chat/summons.pdf");
    assertThat(told.text(paper + "/custody?in=en")).contains("Taken out of exhibit 1");

    var note = browser.post(archive + "/files", "file", "1").location();
    assertThat(browser.get(archive + "/messages").body())
        .as("the message knows what it names, though the list gives more of the path")
        .contains("href=\"" + note + "\"")
        .doesNotContain("name=\"enclosed\"");
    assertThat(browser.post(archive + "/enclosed", "enclosed", "2").location()).isEqualTo(note);
  }

  @Test
  void what_a_message_named_first_is_not_taken_out_again_from_the_list() throws Exception {
    var told = told();
    var browser = told.person().browser();
    var chat = utf8("13/02/2024, 10:12 - B: PTT-1.wav (file attached)\n".repeat(2));
    var wav = Voice.wav("one", 1);
    var archive = sent(told, "c.zip", zip(Map.of("c/_chat.txt", chat, "c/PTT-1.wav", wav)));
    var note = browser.post(archive + "/enclosed", "enclosed", "1").location();
    assertThat(browser.get(archive).body()).contains("href=\"" + note + "\"");
    assertThat(browser.post(archive + "/files", "file", "1").location()).isEqualTo(note);
  }

  @Test
  void an_archive_within_is_taken_out_and_listed_in_its_turn() throws Exception {
    var told = told();
    var browser = told.person().browser();
    var inner = zip(Map.of("1.png", png()));
    var outer = sent(told, "outer.zip", zip(Map.of("inner.zip", inner)));
    var taken = browser.post(outer + "/files", "file", "1").location();
    assertThat(browser.get(taken).text()).contains("It holds one file.", "1.png");
    var shot = browser.post(taken + "/files", "file", "1").location();
    assertThat(told.text(shot + "/custody?in=en")).contains("Taken out of exhibit 2");
  }

  @Test
  void S_82_hostile_names_are_refused_or_stand_apart_and_no_name_is_taken_from_a_browser()
      throws Exception {
    var told = told();
    var browser = told.person().browser();
    var leading = sent(told, "a.zip", zip(Map.of("../x.png", png(), "y.png", png())));
    assertThat(browser.get(leading).text())
        .contains("a file name that leads out of it")
        .doesNotContain("y.png", "../x.png");
    var turned = "\u2067\u200Fgnp.<b>x\u2069.png";
    var archive = sent(told, "b.zip", zip(Map.of(turned, png())));
    assertThat(browser.get(archive).body())
        .contains("<bdi dir=\"auto\">" + turned.replace("<", "&lt;").replace(">", "&gt;"));
    for (var strange : new String[] {"../x", turned, "0", "2", "-1", "999999"}) {
      assertThat(browser.post(archive + "/files", "file", strange).location())
          .as(strange)
          .isEqualTo(archive);
    }
    var exhibit = browser.post(archive + "/files", "file", "1").location();
    assertThat(browser.get(exhibit).body()).contains("&lt;b&gt;x").doesNotContain("<b>x");
  }

  @Test
  void what_is_damaged_or_locked_is_told_in_a_sentence() throws Exception {
    var told = told();
    var browser = told.person().browser();
    var whole = zip(Map.of("1.png", png()));
    var cut = sent(told, "cut.zip", Arrays.copyOf(whole, whole.length - 30));
    assertThat(browser.get(cut).text())
        .contains("The archive is damaged or cut short", "The files in it could not be listed.")
        .doesNotContain("List the files in it");

    var changed = whole.clone();
    changed[60] ^= 1;
    var damaged = sent(told, "damaged.zip", changed);
    assertThat(browser.get(damaged).text()).contains("It holds one file.");
    assertThat(browser.follow(browser.post(damaged + "/files", "file", "1")).text())
        .contains("A file could not be taken out: it is damaged");

    var locked = zip(Map.of("1.png", png(), "2.png", png()));
    locked[locked.length - 22 - (46 + 5) + 8] |= 1;
    var page = browser.get(sent(told, "locked.zip", locked));
    assertThat(page.text())
        .contains("It holds 2 files.", "One file in it cannot be opened here", "password")
        .contains("cannot be opened here");
    assertThat(page.body()).contains("value=\"1\"").doesNotContain("name=\"file\" value=\"2\"");
  }

  @Test
  void a_long_list_has_pages_and_papers_of_other_forms_keep_their_sentence() throws Exception {
    var told = told();
    var browser = told.person().browser();
    var many = new TreeMap<String, byte[]>();
    for (var i = 0; i < 250; i++) {
      many.put(String.format(Locale.ROOT, "%03d.bin", i), new byte[] {1});
    }
    var archive = sent(told, "many.zip", zip(many));
    assertThat(browser.get(archive).text())
        .contains("It holds 250 files.", "Files 1 to 200 of 250", "199.bin")
        .doesNotContain("200.bin");
    assertThat(browser.get(archive + "?files=201").text())
        .contains("Files 201 to 250 of 250", "249.bin")
        .doesNotContain("199.bin");
    assertThat(browser.get(archive + "?files=x").status()).isEqualTo(200);

    var sheet = sent(told, "t.xlsx", zip(Map.of("[Content_Types].xml", utf8("<a/>"))));
    assertThat(browser.get(sheet).text()).contains(NOT_SHOWN, "It holds one file.");
    assertThat(browser.get(sent(told, "none.zip", zip(Map.of()))).text())
        .contains("It holds no file with anything in it.");
  }
}
