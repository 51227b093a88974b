package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

/**
 * Files that cannot be read, as the person who sent them sees it: one sentence, what was kept, and
 * the file itself as it came.
 */
@SuppressWarnings("NullAway.Init")
class BadFilesTest {

  private static final String CHAT = "13/02/2024, 10:11 - Sister: salam caf\u00e9\n".repeat(40);
  private static final String KEPT = "The file itself is kept exactly as it came.";

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
    return Told.by(Founder.invite(node, keeper, "person", "reed " + ++people), "somebody called");
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The header of a picture with more points than any memory has. */
  private static byte[] hugePicture() {
    var head = ByteBuffer.allocate(17).put(bytes("IHDR")).putInt(20_000).putInt(20_000);
    head.put(new byte[] {8, 2, 0, 0, 0});
    var sum = new CRC32();
    sum.update(head.array());
    return ByteBuffer.allocate(8 + 4 + 17 + 4)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
        .putInt(13)
        .put(head.array())
        .putInt((int) sum.getValue())
        .array();
  }

  /** Name, content and the sentence that is expected. */
  private static Map<String, Map.Entry<byte[], String>> bad() throws IOException {
    var chat = zip("_chat.txt", bytes(CHAT));
    var bad = new LinkedHashMap<String, Map.Entry<byte[], String>>();
    bad.put("cut.zip", Map.entry(Arrays.copyOf(chat, 90), "damaged or cut short"));
    bad.put(
        "bomb.zip",
        Map.entry(
            zip("_chat.txt", new byte[30_000_000]), "grows far too much when it is unpacked"));
    bad.put(
        "traversal.zip",
        Map.entry(
            zip("../../../../etc/cron.d/x", bytes(CHAT)), "a file name that leads out of it"));
    bad.put(
        "deep.zip",
        Map.entry(
            zip("c.zip", zip("b.zip", zip("a.zip", chat))), "holds archives within archives"));
    bad.put("huge.png", Map.entry(hugePicture(), "too many points to be shown"));
    bad.put("half.png", Map.entry(Arrays.copyOf(hugePicture(), 20), "The picture"));
    bad.put("broken.pdf", Map.entry(bytes("%PDF-1.7 and no more of it"), "The PDF is damaged"));
    return bad;
  }

  @Test
  void each_gets_one_sentence_in_both_languages_and_is_kept_as_it_came() throws IOException {
    for (var file : bad().entrySet()) {
      var told = told();
      var browser = told.person().browser();
      var exhibit = Files.to(told).file(file.getKey(), file.getValue().getKey()).sent().getFirst();
      var page = browser.get(exhibit);
      assertThat(page.status()).as(file.getKey()).isEqualTo(200);
      assertThat(page.text())
          .as(file.getKey())
          .contains(file.getValue().getValue(), KEPT)
          .doesNotContain("This file could not be shown.");
      noTrace(page.body());
      browser.get("/language/fr");
      assertThat(browser.get(exhibit).text())
          .as(file.getKey())
          .doesNotContain(KEPT, file.getValue().getValue())
          .contains("exactement");
      browser.get("/language/en");
      assertThat(browser.bytes(exhibit + "/original"))
          .as(file.getKey())
          .isEqualTo(file.getValue().getKey());
    }
  }

  @Test
  void what_no_reader_knows_is_kept_and_offered_as_it_is() {
    var told = told();
    var browser = told.person().browser();
    for (var strange :
        new byte[][] {new byte[5_000], {1}, bytes("MZ\u0000\u0003 a program"), bytes("{\"a\":")}) {
      var exhibits = Files.to(told).file("strange.bin", strange).sent();
      var exhibit = exhibits.getLast();
      var page = browser.get(exhibit);
      assertThat(page.status()).isEqualTo(200);
      noTrace(page.body());
      assertThat(browser.bytes(exhibit + "/original")).isEqualTo(strange);
    }
  }

  @Test
  void a_conversation_in_another_encoding_is_read_and_one_with_an_endless_line_too() {
    var told = told();
    var browser = told.person().browser();
    for (var charset : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
      var sent = Files.to(told).file("chat.txt", CHAT.getBytes(charset)).sent();
      assertThat(browser.get(sent.getLast()).text())
          .as(charset.name())
          .contains("Read the messages");
    }
    var stray = CHAT.replaceFirst("salam", "sal\u001bam");
    assertThat(browser.get(Files.to(told).file("chat.txt", stray).sent().getLast()).text())
        .contains("Read the messages");
    var endless = CHAT + "14/02/2024, 10:11 - Sister: " + "x".repeat(11_000_000) + "\n" + CHAT;
    var exhibit = Files.to(told).file("endless.txt", endless).sent().getLast();
    assertThat(browser.get(exhibit).text()).contains("Read the messages");
    noTrace(browser.get(exhibit + "/messages").body());
  }

  @Test
  void names_that_lead_elsewhere_or_turn_around_are_words_and_nothing_more() {
    var told = told();
    var browser = told.person().browser();
    for (var name :
        new String[] {
          "../../../vigie.db", "/etc/passwd", "C:\\x\\..\\y.txt", "\u202Egpj.exe", "a%00.txt", ".."
        }) {
      var exhibit = Files.to(told).file(name, "words of no importance").sent().getLast();
      assertThat(browser.get(exhibit).status()).as(name).isEqualTo(200);
      var original = browser.get(exhibit + "/original");
      assertThat(original.header("Content-Disposition"))
          .as(name)
          .startsWith("attachment; ")
          .doesNotContain("..", "/", "\\", "\u202E", "%2F");
    }
    assertThat(home.resolve("vigie.db")).isRegularFile();
    assertThat(home.resolveSibling("vigie.db")).doesNotExist();
  }

  private static void noTrace(String body) {
    assertThat(body).doesNotContain("Exception", "java.", "org.vigie", "\tat ");
  }
}
