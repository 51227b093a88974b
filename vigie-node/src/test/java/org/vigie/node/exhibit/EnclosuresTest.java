package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.demo.files.Voice;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

/** Voice notes and pictures inside an archive can be seen and heard, and the archive stays. */
class EnclosuresTest {

  private static final String NOTE = "PTT-20240213-WA0001.wav";
  private static final String CHAT =
      """
      13/02/2024, 10:11 - A: salam
      13/02/2024, 10:12 - B: PTT-20240213-WA0001.wav (file attached)
      13/02/2024, 10:13 - B: IMG-20240213-WA0002.jpg (file attached)
      """;

  private static final String MAIL =
      """
      From: a@example.org\r
      To: b@example.org\r
      Date: Thu, 15 Jan 2026 18:04:05 +0000\r
      Subject: listen\r
      MIME-Version: 1.0\r
      Content-Type: multipart/mixed; boundary=b\r
      \r
      --b\r
      Content-Type: text/plain\r
      \r
      listen to this\r
      """;

  @TempDir private Path home = Path.of("");

  @Test
  void a_voice_note_of_a_conversation_becomes_an_exhibit_that_says_where_it_was() throws Exception {
    var voice = Voice.wav("be silent", 7);
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var browser = person.browser();
      var told = Told.by(person, "somebody called");
      var archive = Files.to(told).file("chat.zip", chat(voice)).sent().getFirst();
      assertThat(browser.get(archive + "/messages").text())
          .contains("Take this file out", "File not in the export");

      var note = browser.post(archive + "/enclosed", "enclosed", "2").location();
      var page = browser.get(note);
      assertThat(page.text())
          .contains("Exhibit 2", NOTE, "You took it out of the exhibit it came in");
      assertThat(page.body()).contains("href=\"" + archive + "\"");
      assertThat(told.text(note + "/custody?in=en"))
          .contains("Taken out of exhibit 1 by the person");
      assertThat(told.text(note + "/custody?in=fr"))
          .contains("Sortie par la personne de la pièce 1");
      assertThat(browser.get(note + "/sound").header("Content-Type")).isEqualTo("audio/wav");
      assertThat(browser.get(archive + "/messages").body())
          .contains("href=\"" + note + "\"")
          .doesNotContain("name=\"enclosed\" value=\"2\"");

      assertThat(browser.post(archive + "/enclosed", "enclosed", "2").location())
          .as("once only")
          .isEqualTo(note);
      var nothing = browser.post(archive + "/enclosed", "enclosed", "1").location();
      assertThat(nothing).isEqualTo(archive + "/messages");
    }
  }

  @Test
  void takes_out_all_that_a_page_names_and_leaves_the_rest() throws Exception {
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var told = Told.by(person, "somebody called");
      var text = CHAT + "13/02/2024, 10:14 - B: STK-1.wav (file attached)\n";
      var files = new TreeMap<String, byte[]>();
      files.put("_chat.txt", text.getBytes(StandardCharsets.UTF_8));
      files.put(NOTE, Voice.wav("one", 1));
      files.put("STK-1.wav", Voice.wav("two", 2));
      var archive = Files.to(told).file("chat.zip", zip(files)).sent().getFirst();
      var browser = person.browser();
      assertThat(browser.get(archive + "/messages").text()).contains("Take out the files");
      var back =
          browser.post(
              archive + "/enclosed", "every", "yes", "there", "2", "there", "4", "at", "1");
      assertThat(back.location()).isEqualTo(archive + "/messages?at=1");
      assertThat(browser.get(told.base() + "/exhibits").text()).contains("Exhibit 3");
    }
  }

  @Test
  void each_attachment_of_a_mail_becomes_an_exhibit_though_their_names_are_the_same()
      throws Exception {
    var mail = new StringBuilder(MAIL);
    for (var voice : List.of(Voice.wav("one", 1), Voice.wav("two", 2))) {
      mail.append("--b\r\nContent-Type: audio/wav; name=note.wav\r\n");
      mail.append("Content-Transfer-Encoding: base64\r\n\r\n");
      mail.append(Base64.getMimeEncoder().encodeToString(voice)).append("\r\n");
    }
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var browser = person.browser();
      var told = Told.by(person, "somebody wrote");
      var letter = mail.append("--b--\r\n").toString().getBytes(StandardCharsets.UTF_8);
      var exhibit = Files.to(told).file("letter.eml", letter).sent().getFirst();
      var lines = new ArrayList<String>();
      for (var button : browser.get(exhibit + "/messages").body().split("name=\"enclosed\"", -1)) {
        if (button.startsWith(" value=\"")) {
          lines.add(button.substring(8, button.indexOf('"', 8)));
        }
      }
      assertThat(lines).hasSize(2);
      var first = browser.post(exhibit + "/enclosed", "enclosed", lines.get(0)).location();
      var second = browser.post(exhibit + "/enclosed", "enclosed", lines.get(1)).location();
      assertThat(first).isNotEqualTo(second);
      assertThat(browser.post(exhibit + "/enclosed", "enclosed", lines.get(0)).location())
          .as("once only")
          .isEqualTo(first);
      assertThat(browser.get(first).text()).contains("Exhibit 2", "note.wav");
      assertThat(browser.get(second).body()).contains("href=\"" + exhibit + "\"");
      assertThat(browser.get(second + "/sound").header("Content-Type")).isEqualTo("audio/wav");
      assertThat(browser.get(exhibit + "/messages").body())
          .contains("href=\"" + first + "\"", "href=\"" + second + "\"")
          .doesNotContain("name=\"enclosed\"");
    }
  }

  /** An answer of a server as crawlers save it. */
  private static byte[] saved(String address, String type, byte[] body) {
    var head = "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n";
    var fields =
        List.of(
            "WARC/1.1",
            "WARC-Type: response",
            "WARC-Target-URI: " + address,
            "WARC-Date: 2026-01-15T18:04:05Z",
            "Content-Type: application/http",
            "Content-Length: " + (head.length() + body.length));
    var record = new ByteArrayOutputStream();
    record.writeBytes(
        (String.join("\r\n", fields) + "\r\n\r\n" + head).getBytes(StandardCharsets.UTF_8));
    record.writeBytes(body);
    record.writeBytes("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    return record.toByteArray();
  }

  @Test
  void what_a_saved_page_shows_becomes_an_exhibit_alone_and_in_a_bundle() throws Exception {
    var address = "https://posts.example/" + "long/".repeat(60) + "note.wav";
    var warc = new ByteArrayOutputStream();
    var page = "<p>listen to this".getBytes(StandardCharsets.UTF_8);
    warc.writeBytes(saved("https://posts.example/", "text/html", page));
    warc.writeBytes(saved(address, "audio/wav", Voice.wav("one", 1)));
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(warc.toByteArray());
    }
    var bundle = zip(Map.of("archive/data.warc.gz", packed.toByteArray()));
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "swallow");
      var browser = person.browser();
      var told = Told.by(person, "somebody posted");
      for (var file : List.of(warc.toByteArray(), bundle)) {
        var pages = Files.to(told).file("pages", file).sent().getLast();
        assertThat(browser.get(pages + "/messages").text())
            .contains("The file is in the export", "Take this file out");
        var note = browser.post(pages + "/enclosed", "enclosed", "2").location();
        assertThat(browser.get(note).text()).contains("You took it out of the exhibit it came in");
        assertThat(browser.get(note + "/sound").header("Content-Type")).isEqualTo("audio/wav");
        assertThat(browser.get(pages + "/messages").body())
            .contains("href=\"" + note + "\"")
            .doesNotContain("name=\"enclosed\"");
        assertThat(browser.post(pages + "/enclosed", "enclosed", "2").location())
            .as("once only")
            .isEqualTo(note);
      }
    }
  }

  private static byte[] chat(byte[] voice) throws IOException {
    return zip(Map.of("_chat.txt", CHAT.getBytes(StandardCharsets.UTF_8), NOTE, voice));
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
