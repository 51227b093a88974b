package org.vigie.imports.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.imports.FoundInputs;

@Tag("slow")
class SmallHeapTest {

  private static List<String> run(String heap, String what, int mebibytes) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-Xmx" + heap,
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            SmallHeapMain.class.getName(),
            what,
            Integer.toString(mebibytes));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var out = process.getInputStream()) {
      var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      // A library for logs tells that nobody listens to it.
      return said.lines().filter(line -> !line.startsWith("SLF4J")).toList();
    }
  }

  @Test
  void reads_files_larger_than_memory_in_each_format() throws Exception {
    var said = run("40m", "many", 46);
    assertThat(said).hasSameSizeAs(LargeExport.all()).allMatch(line -> line.contains(" whole "));
    assertThat(said).noneMatch(line -> line.endsWith(" 0"));
  }

  @Test
  void reads_messages_larger_than_memory_in_each_format() throws Exception {
    var said = run("96m", "endless", 120);
    assertThat(said).hasSameSizeAs(LargeExport.all()).allMatch(line -> line.contains(" whole "));
  }

  /** The memory of the cage (CageLimits of vigie-node). */
  @Test
  void reads_what_searching_found_in_the_memory_of_the_cage() throws Exception {
    var said = run("256m", "found", 0);
    assertThat(said).hasSameSizeAs(FoundInputs.tests()).noneMatch(line -> line.endsWith(" 0"));
  }
}
