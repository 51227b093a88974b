package org.vigie.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.SuppressForbidden;

class ReadCommandTest {

  @TempDir private Path folder = Path.of("");

  /** What the command said and how it ended. */
  private record Ran(int code, String out, String err) {}

  @SuppressForbidden(reason = "the command line prints")
  private static synchronized Ran vigie(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var usualOut = System.out;
    var usualErr = System.err;
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      var code = CommandLineOfVigie.run(args);
      return new Ran(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(usualOut);
      System.setErr(usualErr);
    }
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("chat.txt"), text).toString();
  }

  @Test
  void writes_messages_and_one_report() throws IOException {
    var ran = vigie("read", file("15/01/2026, 18:04 - A: où\n"), "--zone", "Europe/Paris");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            """
            {"n":1,"line":1,"time":"2026-01-15T18:04:00+01:00","time_raw":"15/01/2026, 18:04",\
            "precision":"minute","author":"A","kind":"text","text":"où","media":null,"flags":[]}
            """);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains("\"bytes_unparsed\":0,", "\"date_order_by\":\"value\"");
  }

  @Test
  void shows_both_readings_of_an_ambiguous_date() throws IOException {
    var export = file("07/08/2026, 18:04 - A: x\n");
    var ran = vigie("read", export);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err())
        .contains("2026-08-07 (dmy)", "2026-07-08 (mdy)", "chat.txt", "--date-order");
    assertThat(vigie("read", export, "--date-order", "MDY").out()).contains("2026-07-08T18:04:00");
  }

  @Test
  void names_the_file_in_an_archive_whose_dates_must_be_told() throws IOException {
    var path = folder.resolve("all.zip");
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a.txt"));
      zip.write("15/01/2026, 18:04 - A: x\n".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("b.txt"));
      zip.write("07/08/2026, 18:04 - B: y\n".getBytes(StandardCharsets.UTF_8));
    }
    var export = Files.write(path, out.toByteArray()).toString();
    var ran = vigie("read", export);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("all.zip/b.txt", "2026-08-07 (dmy)", "2026-07-08 (mdy)");
    assertThat(vigie("read", export, "--date-order", "mdy").out())
        .contains("2026-01-15T18:04:00", "2026-07-08T18:04:00");
  }

  @Test
  void says_what_was_tried() throws IOException {
    var ran = vigie("read", file("no chat"));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains("whatsapp", "zip");
  }

  @Test
  void says_in_one_line_what_is_wrong_with_a_file_that_cannot_be_read() throws IOException {
    var bad =
        Map.of(
            "bomb.zip", zip("_chat.txt", new byte[30_000_000]),
            "traversal.zip", zip("../../etc/cron.d/x", chat()),
            "cut.zip", Arrays.copyOf(zip("_chat.txt", chat()), 90),
            "noughts.txt", new byte[2_000_000],
            "one-line.txt", "x".repeat(20_000_000).getBytes(StandardCharsets.UTF_8));
    for (var file : bad.entrySet()) {
      var path = Files.write(folder.resolve(file.getKey()), file.getValue());
      var ran = vigie("read", path.toString());
      assertThat(ran.code()).as(file.getKey()).isEqualTo(2);
      assertThat(ran.out()).as(file.getKey()).isEmpty();
      assertThat(ran.err().lines()).as(file.getKey()).hasSize(1);
      assertThat(ran.err())
          .as(file.getKey())
          .startsWith("vigie: ")
          .contains(file.getKey(), "nothing was read")
          .hasSizeLessThan(600)
          .doesNotContain("Exception");
    }
  }

  private static byte[] chat() {
    return "15/01/2026, 18:04 - A: x\n".repeat(30).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return out.toByteArray();
  }

  @Test
  void says_that_it_reads_outside_the_cage_and_what_to_do_instead() throws IOException {
    assertThat(vigie("read", "--help").out().replaceAll("\\s+", " "))
        .contains(
            "outside the cage that a node reads in: bring one that may be hostile into a node");
  }

  @Test
  void ends_with_the_codes_of_the_contract() throws IOException {
    var export = file("15/01/2026, 18:04 - A: x\n");
    assertThat(vigie("read", folder.resolve("none").toString()).code()).isEqualTo(2);
    assertThat(vigie("read", folder.toString()).code()).isEqualTo(2);
    assertThat(vigie("read", file("")).code()).isEqualTo(2);
    assertThat(vigie("read").code()).isEqualTo(64);
    assertThat(vigie("read", export, "--date-order", "yes").code()).isEqualTo(64);
    assertThat(vigie("read", export, "--zone", "Nowhere/None").code()).isEqualTo(64);
    assertThat(vigie("read", export, "--format", "runes").code()).isEqualTo(64);
  }
}
