package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;

/** Pulling the plug while a film comes in. */
class KilledUploadTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void S_02_two_hundred_megabytes_killed_in_the_middle_leave_nothing_readable() throws Exception {
    var home = Files.createDirectory(folder.resolve("home"));
    var temporary = Files.createDirectory(folder.resolve("tmp"));
    var said = untilKilled(home, temporary);
    assertThat(said).contains("megabytes 100").doesNotContain("ended");
    assertThat(holding(folder)).isEmpty();
    assertThat(sealed(home)).as("what had come was on the disk, sealed").isGreaterThan(50_000_000);
    var secret = after(said, "secret ").split("\t", -1);
    var base = after(said, "case ");
    try (var node = TestNode.start(home)) {
      assertThat(sealed(home)).isZero();
      var person =
          new Founder.Person(node, node.browser(), "swallow", secret[0], secret[1], List.of());
      person.browser().get("/sign-in");
      person
          .browser()
          .post(
              "/sign-in",
              "name",
              person.name(),
              "passphrase",
              person.passphrase(),
              "code",
              person.code(1));
      assertThat(person.browser().get(base + "/exhibits").text())
          .contains("There is no exhibit yet.");
    }
    assertThat(holding(folder)).isEmpty();
  }

  private static List<String> untilKilled(Path home, Path temporary) throws Exception {
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx400m",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes,
                KilledUpload.class.getName(),
                home.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var said = new ArrayList<String>();
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
        if (line.equals("megabytes 100")) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    return said;
  }

  private static String after(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word))
        .map(line -> line.substring(word.length()))
        .findFirst()
        .orElseThrow();
  }

  private static long sealed(Path home) throws IOException {
    try (var files = Files.list(home.resolve("blobs"))) {
      var total = 0L;
      for (var file : files.toList()) {
        total += Files.size(file);
      }
      return total;
    }
  }

  /** Files below {@code folder} that hold the canary. */
  private static List<String> holding(Path folder) throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (holds(file)) {
          found.add(file.toString());
        }
      }
    }
    return found;
  }

  private static boolean holds(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var tail = "";
      for (var piece = in.readNBytes(1 << 20); piece.length > 0; piece = in.readNBytes(1 << 20)) {
        var text = tail + new String(piece, StandardCharsets.ISO_8859_1);
        if (text.contains(KilledUpload.CANARY)) {
          return true;
        }
        tail = text.substring(Math.max(0, text.length() - KilledUpload.CANARY.length()));
      }
    }
    return false;
  }
}
