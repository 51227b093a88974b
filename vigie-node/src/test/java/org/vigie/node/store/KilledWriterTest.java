package org.vigie.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.RegisterId;
import org.vigie.register.ColdCheck;
import org.vigie.register.StoredBlob;

/** S-09 on the real disk: {@code kill -9} of a process in the middle of its writes. */
class KilledWriterTest {

  private static final int LINES = 60;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  /** What the writer acknowledged before it was killed. */
  private List<String> acknowledgedUntilKilled(int lines) throws Exception {
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes,
                AcknowledgingWriter.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var said = new ArrayList<String>();
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("register ") || line.startsWith("entry ") || line.startsWith("blob ")) {
          said.add(line);
        }
        if (said.size() == lines) {
          // Through the handle, which leaves the pipe open for what was already written.
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    return said;
  }

  private static List<String> after(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word))
        .map(line -> line.substring(word.length()))
        .toList();
  }

  @RepeatedTest(2)
  void S_09_nothing_acknowledged_is_lost_and_nothing_half_written_stays() throws Exception {
    Files.createDirectory(folder.resolve("blobs"));
    var said = acknowledgedUntilKilled(LINES);
    assertThat(said).hasSizeGreaterThanOrEqualTo(LINES);
    var id = new RegisterId(after(said, "register ").getFirst());
    try (var database = Database.embedded(folder.resolve("vigie.db"))) {
      assertThat(database.pragma("integrity_check")).isEqualTo("ok");
      var world = AcknowledgingWriter.world(database, folder);
      world.registers.recover();
      var rows = world.rows.entries(id, 0, 10_000);
      ColdCheck.verify(rows);
      assertThat(rows.size()).isGreaterThan(Integer.parseInt(after(said, "entry ").getLast()));
      assertThat(world.rows.unfinishedBlobs(Long.MAX_VALUE)).isEmpty();
      try (var session = world.signIn(AcknowledgingWriter.WRITER)) {
        var register = world.registers.open(session, id).orElseThrow();
        var kept = register.blobs().stream().map(StoredBlob::id).map(Object::toString).toList();
        assertThat(kept).containsAll(after(said, "blob "));
        assertThat(new TreeSet<>(namesOfBlobs())).isEqualTo(new TreeSet<>(kept));
        for (var blob : register.blobs()) {
          assertThat(register.openBlob(blob.id()).readAllBytes()).hasSize(150_000);
        }
      }
    }
  }

  private List<String> namesOfBlobs() throws Exception {
    try (var files = Files.list(folder.resolve("blobs"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
