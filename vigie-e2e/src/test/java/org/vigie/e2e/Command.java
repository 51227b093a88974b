package org.vigie.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a program said, and how it ended.
 *
 * @param said its output and its complaints, together
 * @param exit its exit code
 */
record Command(String said, int exit) {

  /** Runs a program that is on the path. */
  static Command run(String... words) throws IOException, InterruptedException {
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Command(said, process.waitFor());
  }

  /** Runs {@code vigie} with these words, in a process of its own. */
  static Command vigie(String... words) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.vigie.node.Main"));
    command.addAll(List.of(words));
    return run(command.toArray(String[]::new));
  }
}
