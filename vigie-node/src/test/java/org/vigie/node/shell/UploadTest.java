package org.vigie.node.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.node.TestBrowser.part;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.node.ops.NodeSettings;
import org.vigie.probe.ProbeController;

@SuppressWarnings("NullAway.Init")
class UploadTest {

  private static final String CANARY = "CANARY-PLAINTEXT-7781 ";
  private static final long FILE_LIMIT = 250_000_000;

  @TempDir static Path home;
  private static TestNode node;

  @BeforeAll
  static void start() {
    node = TestNode.start(home, new NodeSettings.Limits(FILE_LIMIT, FILE_LIMIT, 10_000_000, 2_000));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static TestBrowser member() {
    return new TestMember().in(node, Set.of(Role.PERSON));
  }

  @Test
  void S_02_an_upload_of_200_MB_writes_nothing_to_the_disk() throws IOException {
    var before = ProbeController.RECEIVED.get();
    var seen = new StringBuilder();
    var watched =
        new Canaries(200_000_000) {
          @Override
          void sample() {
            seen.append(found(home)).append(found(Path.of(System.getProperty("java.io.tmpdir"))));
          }
        };
    var answer = member().postFile("/probe/files", "a note", "voice.ogg", watched);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(ProbeController.RECEIVED.get() - before).isEqualTo(200_000_000);
    assertThat(watched.samples).isGreaterThan(3);
    assertThat(seen.toString()).isEmpty();
  }

  /** Names of files below {@code folder} that hold the canary and were written during this test. */
  private static String found(Path folder) {
    var text = new StringBuilder();
    try (var files = Files.walk(folder, 3)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (Files.isReadable(file) && Files.size(file) < 1 << 20 && holds(file)) {
          text.append(file).append(' ');
        }
      }
    } catch (IOException | java.io.UncheckedIOException goneMeanwhile) {
      return text.toString();
    }
    return text.toString();
  }

  private static boolean holds(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1).contains(CANARY + CANARY);
  }

  @Test
  void S_88_ten_thousand_parts_are_refused() {
    var browser = member();
    var body = new StringBuilder(part("_csrf", browser.token()));
    for (var i = 0; i < 10_000; i++) {
      body.append(part("f" + i, "x"));
    }
    var answer = browser.postMultipart("/probe/files", utf8(body + "--b7d1--\r\n"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("more than 2000 parts", "No part of it was kept");
  }

  @Test
  void S_88_an_endless_header_is_refused() {
    var browser = member();
    var body = part("_csrf", browser.token()) + "--b7d1\r\nX-Long: " + "a".repeat(100_000);
    var answer = browser.postMultipart("/probe/files", utf8(body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("could not be read");
  }

  @Test
  void S_88_a_body_without_its_boundary_is_refused() {
    var browser = member();
    assertThat(browser.postMultipart("/probe/files", utf8("no boundary at all")).status())
        .isBetween(400, 403);
  }

  @Test
  void a_field_of_more_than_10_MB_is_refused_with_a_sentence() {
    var browser = member();
    var body = part("_csrf", browser.token()) + part("note", "x".repeat(10_000_001)) + "--b7d1--";
    var answer = browser.postMultipart("/probe/files", utf8(body));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text()).contains("longer than 10 MB", "It was not saved");
  }

  @Test
  void S_86_a_file_over_the_limit_is_refused_while_it_comes() {
    var before = ProbeController.RECEIVED.get();
    var answer = member().postFile("/probe/files", "", "film.mp4", new Canaries(FILE_LIMIT + 1));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text()).contains("larger than 250 MB", "No part of it was kept");
    assertThat(ProbeController.RECEIVED.get()).isEqualTo(before);
  }

  @Test
  void S_17_a_form_with_files_proves_itself_with_its_first_part() {
    var browser = member();
    var late = part("note", "x") + part("_csrf", browser.token()) + "--b7d1--\r\n";
    assertThat(browser.postMultipart("/probe/files", utf8(late)).status()).isEqualTo(403);
    var foreign = part("_csrf", "0".repeat(64)) + "--b7d1--\r\n";
    assertThat(browser.postMultipart("/probe/files", utf8(foreign)).status()).isEqualTo(403);
    assertThat(browser.postMultipart("/probe/text", utf8(late)).status()).isEqualTo(415);
  }

  @Test
  void keeps_the_name_without_folders_and_the_fields_before_the_file() {
    var browser = member();
    var answer = browser.postFile("/probe/files", "said ☎", "../../etc/passwd", utf8("abc"));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(
            PartHeaders.parse(
                "Content-Disposition: form-data; name=\"f\"; filename=\"..\\a/b.txt\""))
        .isEqualTo(new PartHeaders("f", "b.txt", "application/octet-stream"));
  }

  @Test
  void an_upload_cut_in_the_middle_leaves_nothing_and_says_so() throws IOException {
    var browser = member();
    var before = ProbeController.RECEIVED.get();
    var id = "0123456789abcdef";
    var head =
        part("_csrf", browser.token())
            + "--b7d1\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\nhalf";
    try (var line = new Socket(java.net.InetAddress.getLoopbackAddress(), node.port())) {
      OutputStream out = line.getOutputStream();
      out.write(
          ("POST /probe/files?u="
                  + id
                  + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: vigie="
                  + browser.cookie("vigie")
                  + "\r\nContent-Type: multipart/form-data; boundary=b7d1\r\n"
                  + "Content-Length: 1000000\r\n\r\n"
                  + head)
              .getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
    var said = browser.get("/uploads/" + id).text();
    for (var i = 0; i < 100 && !said.contains("did not finish"); i++) {
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
      said = browser.get("/uploads/" + id).text();
    }
    assertThat(said)
        .contains("The upload did not finish. No part of the file that was cut was kept");
    assertThat(ProbeController.RECEIVED.get()).isEqualTo(before);
  }

  @Test
  void nobody_sees_the_progress_of_somebody_elses_upload() {
    var browser = member();
    browser.postFile("/probe/files?u=00000000000000aa", "", "a", utf8("abc"));
    assertThat(browser.get("/uploads/00000000000000aa").text()).contains("Everything has arrived");
    assertThat(member().get("/uploads/00000000000000aa").status()).isEqualTo(404);
  }

  private static InputStream utf8(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** So many bytes of canaries, with a look around now and then. */
  private static class Canaries extends InputStream {

    private static final byte[] TEXT = CANARY.getBytes(StandardCharsets.UTF_8);
    private final long length;
    private long at;
    int samples;

    Canaries(long length) {
      this.length = length;
    }

    void sample() {}

    @Override
    public int read() {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] buffer, int offset, int wanted) {
      if (at >= length) {
        return -1;
      }
      var n = (int) Math.min(wanted, length - at);
      for (var i = 0; i < n; i++) {
        buffer[offset + i] = TEXT[(int) ((at + i) % TEXT.length)];
      }
      if (at / 40_000_000 != (at + n) / 40_000_000) {
        samples++;
        sample();
      }
      at += n;
      return n;
    }
  }
}
