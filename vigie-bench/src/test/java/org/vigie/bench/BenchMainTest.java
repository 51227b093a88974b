package org.vigie.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Says nothing about speed: the bars are checked by whoever runs {@code ./vigie bench}. */
class BenchMainTest {

  @TempDir private Path folder = Path.of("");

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"sealing", "reading", "telegram", "log", "matching", "quality", "node"})
  void runs(String bench) throws Exception {
    assertThat(BenchMain.run(List.of(bench, "--tiny"), launcher())).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"speed", "--fast"})
  void refuses_what_it_does_not_know(String word) throws Exception {
    assertThat(BenchMain.run(List.of(word), folder)).isEqualTo(64);
  }

  /** Starts commands from what Maven has just compiled: {@code ./vigie} itself would build. */
  private Path launcher() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var script =
        """
        #!/bin/sh
        # The quicker compiler for all but what makes passphrases costly.
        case $1 in serve) level=4 ;; *) level=1 ;; esac
        exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=$level --enable-native-access=ALL-UNNAMED \
          --sun-misc-unsafe-memory-access=allow -cp '%s' org.vigie.node.Main "$@"
        """
            .formatted(java, System.getProperty("java.class.path"));
    var file = Files.writeString(folder.resolve("vigie"), script);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
