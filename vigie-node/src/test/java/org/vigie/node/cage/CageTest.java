package org.vigie.node.cage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.imports.BytesSource;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Source;
import org.vigie.imports.cage.CageJob;
import org.vigie.imports.detect.Exports;
import org.vigie.kernel.Refusal;

class CageTest {

  private static boolean isolates;
  private static boolean filters;

  @BeforeAll
  static void findsOutWhatTheMachineCan() throws IOException {
    var level = Cage.onThisMachine(CageLimits.USUAL).level();
    isolates = level.isolated();
    filters = level.filtered();
  }

  private static BytesSource source(String text) {
    return new BytesSource(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Launch launch(Class<?> main, CageLimits limits, boolean isolated)
      throws IOException {
    var code = CodePath.of(Exports.class, Refusal.class, CageTest.class);
    return new Launch(code, main.getName(), limits, isolated);
  }

  private static List<String> probe(boolean isolated, Path folder) throws Exception {
    var secret = Files.writeString(folder.resolve("secret"), "a key");
    try (var tcp = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var udp = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      var process = launch(CageProbe.class, CageLimits.USUAL, isolated).start();
      try (var in = process.getOutputStream()) {
        var lines = secret + "\n" + tcp.getLocalPort() + "\n" + udp.getLocalPort() + "\n";
        in.write(lines.getBytes(StandardCharsets.UTF_8));
      }
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said).as("the probe ran to its end").endsWith("end\n");
      return List.of(said.strip().split(" ", -1));
    }
  }

  @Test
  void S_81_a_reader_can_do_nothing_but_read_its_document(@TempDir Path folder) throws Exception {
    assumeTrue(isolates, "bubblewrap or user namespaces are missing on this machine");
    assumeTrue(filters, "the kernel has no filter for system calls");
    assertThat(probe(true, folder)).containsExactly("end");
    assertThat(folder.resolve("written")).doesNotExist();
  }

  @Test
  void S_81_without_bubblewrap_there_is_still_no_network_no_program_no_environment(
      @TempDir Path folder) throws Exception {
    assumeTrue(filters, "the kernel has no filter for system calls");
    assertThat(probe(false, folder))
        .doesNotContain("connect", "send", "start-shell", "start-java", "see-environment");
  }

  @Test
  void S_81_the_probe_can_fail(@TempDir Path folder) throws Exception {
    assertThat(probe(false, folder)).contains("read-secret", "list-home");
  }

  @Test
  void S_81_each_document_has_a_process_of_its_own() throws Exception {
    var before = ProcessHandle.current().descendants().count();
    var cage = Cage.onThisMachine(CageLimits.USUAL);
    for (var i = 0; i < 3; i++) {
      cage.run(CageJob.text(), source("x"), OutputStream.nullOutputStream());
    }
    // The kernel may take a moment to take down the namespaces of the last one.
    var patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (ProcessHandle.current().descendants().count() > before + 1
        && System.nanoTime() < patience) {
      Thread.sleep(50);
    }
    assertThat(ProcessHandle.current().descendants().count()).isLessThanOrEqualTo(before + 1);
  }

  @Test
  void reads_the_words_of_a_pdf() throws Exception {
    var pdf =
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
    var out = new ByteArrayOutputStream();
    Cage.onThisMachine(CageLimits.USUAL).run(CageJob.read(ReadOptions.NONE), source(pdf), out);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"text\":\"words of it\"");
  }

  @Test
  void S_85_a_reader_that_never_ends_is_ended() throws Exception {
    var limits = new CageLimits(Duration.ofSeconds(2), 20, 64, 1000, 1);
    var cage =
        new Cage(launch(CageHang.class, limits, isolates), limits, new CageLevel(isolates, false));
    assertThatThrownBy(() -> cage.run(CageJob.text(), source("x"), OutputStream.nullOutputStream()))
        .isInstanceOf(CageRefused.class)
        .hasMessage("cage.time");
  }

  @Test
  void S_85_a_reader_that_takes_all_memory_is_ended() throws Exception {
    var limits = new CageLimits(Duration.ofSeconds(30), 20, 64, 1000, 1);
    var cage =
        new Cage(launch(CageHog.class, limits, isolates), limits, new CageLevel(isolates, false));
    assertThatThrownBy(() -> cage.run(CageJob.text(), source("x"), OutputStream.nullOutputStream()))
        .isInstanceOf(CageRefused.class)
        .hasMessage("cage.memory");
  }

  @Test
  void S_85_a_reader_that_is_killed_is_refused_with_a_sentence() throws Exception {
    var limits = new CageLimits(Duration.ofSeconds(30), 20, 64, 1000, 1);
    var cage =
        new Cage(launch(CageHang.class, limits, isolates), limits, new CageLevel(isolates, false));
    var killer =
        Thread.ofVirtual()
            .start(() -> {
              for (var i = 0; i < 100 && !Thread.currentThread().isInterrupted(); i++) {
                java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
                ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().commandLine().orElse("").contains("CageHang"))
                    .forEach(ProcessHandle::destroyForcibly);
              }
            });
    assertThatThrownBy(() -> cage.run(CageJob.text(), source("x"), OutputStream.nullOutputStream()))
        .isInstanceOf(CageRefused.class)
        .satisfies(refused -> assertThat(refused.getMessage()).startsWith("cage."));
    killer.interrupt();
    var out = new ByteArrayOutputStream();
    Cage.onThisMachine(CageLimits.USUAL).run(CageJob.escapedText(), source("after"), out);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("after");
  }

  @Test
  void ends_a_result_that_is_too_long() throws Exception {
    var limits = new CageLimits(Duration.ofSeconds(30), 20, 64, 1000, 1);
    var cage = Cage.onThisMachine(limits);
    var text = source("x".repeat(200_000));
    assertThatThrownBy(() -> cage.run(CageJob.text(), text, OutputStream.nullOutputStream()))
        .hasMessage("cage.output");
  }

  @Test
  void reads_an_export_with_the_places_of_its_messages() throws Exception {
    var out = new ByteArrayOutputStream();
    var result =
        Cage.onThisMachine(CageLimits.USUAL)
            .run(CageJob.read(ReadOptions.NONE), source("15/01/2026, 18:04 - A: où\n"), out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"text\":\"où\"", "\"offset\":0,\"length\":27}");
    assertThat(result.report()).startsWith("{\"format\":\"whatsapp-android\"");
  }

  @Test
  void passes_on_what_a_reader_refuses() throws Exception {
    var cage = Cage.onThisMachine(CageLimits.USUAL);
    assertThatThrownBy(() ->
            cage.run(
                CageJob.read(ReadOptions.NONE),
                source("07/08/2026, 18:04 - A: x\n"),
                OutputStream.nullOutputStream()))
        .isInstanceOfSatisfying(
            ImportRefused.class,
            refused -> {
              assertThat(refused.key()).isEqualTo("import.date-order-ambiguous");
              assertThat(refused.details()).hasSize(4);
            });
  }

  @Test
  void shows_text_without_markup() throws Exception {
    var out = new ByteArrayOutputStream();
    Cage.onThisMachine(CageLimits.USUAL)
        .run(CageJob.escapedText(), source("<script>\u0007&'\""), out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("&lt;script&gt;\uFFFD&amp;&#39;&#34;");
  }

  /** As long as somebody says, and nothing but noughts. */
  private record Noughts(long length) implements Source {

    @Override
    public InputStream open(long offset) {
      return new InputStream() {
        @Override
        public int read() {
          return 0;
        }
      };
    }
  }

  @Test
  void S_85_long_documents_wait_for_each_other_and_leave_a_place_for_others() throws Exception {
    var limits = new CageLimits(Duration.ofSeconds(2), 20, 64, 1000, 2);
    var hang = launch(CageHang.class, limits, isolates);
    var cage = new Cage(hang, limits, new CageLevel(isolates, false));
    var before = ProcessHandle.current().descendants().map(ProcessHandle::pid).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var long1 = threads.submit(() -> ended(cage, CageJob.files(), new Noughts(512L << 20)));
      var long2 = threads.submit(() -> ended(cage, CageJob.files(), new Noughts(512L << 20)));
      Thread.sleep(500);
      assertThat(ended(cage, CageJob.files(), source("short"))).isEqualTo("cage.time");
      assertThat(ended(cage, CageJob.text(), new Noughts(512L << 20)))
          .as("what looks at the beginning alone has no more time for a long one")
          .isEqualTo("cage.time");
      assertThat(long1.isDone()).isFalse();
      assertThat(long2.isDone()).isFalse();
      while (!long1.isDone() || !long2.isDone()) {
        ProcessHandle.current()
            .descendants()
            .filter(process -> !before.contains(process.pid()))
            .forEach(ProcessHandle::destroyForcibly);
        Thread.sleep(100);
      }
    }
  }

  private static String ended(Cage cage, CageJob job, Source document) throws IOException {
    try {
      cage.run(job, document, OutputStream.nullOutputStream());
      return "";
    } catch (Refusal refused) {
      return refused.key();
    }
  }

  @Test
  void reads_a_chat_among_ten_thousand_small_files_within_its_time() throws Exception {
    var chat = "13/02/2024, 10:11 - A: salam\n13/02/2024, 10:12 - B: 77.jpg (file attached)\n";
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.setLevel(0);
      for (var i = 0; i < 10_000; i++) {
        zip.putNextEntry(new ZipEntry(i + (i % 2 == 0 ? ".json" : ".jpg")));
        zip.write(i);
      }
      zip.putNextEntry(new ZipEntry("_chat.txt"));
      zip.write(chat.getBytes(StandardCharsets.UTF_8));
    }
    var archive = new BytesSource(bytes.toByteArray());
    var cage = Cage.onThisMachine(CageLimits.USUAL);
    var out = new ByteArrayOutputStream();
    cage.run(CageJob.read(ReadOptions.NONE), archive, out);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("salam", "77.jpg");
    out.reset();
    assertThat(cage.run(CageJob.files(), archive, out).facts()).containsEntry("files", "10001");
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(10_001);
    out.reset();
    cage.run(CageJob.enclosed("77.jpg", -1), archive, out);
    assertThat(out.toByteArray()).containsExactly(77);
  }

  @Test
  void shows_a_picture_in_the_cage() throws Exception {
    var png = new ByteArrayOutputStream();
    var image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(image, "jpg", png);
    var out = new ByteArrayOutputStream();
    var facts =
        Cage.onThisMachine(CageLimits.USUAL)
            .run(CageJob.image(100), new BytesSource(png.toByteArray()), out)
            .facts();
    assertThat(facts).containsEntry("format", "jpeg").containsEntry("shown-width", "100");
    assertThat(out.toByteArray()).startsWith(0x89, 'P', 'N', 'G');
  }
}
