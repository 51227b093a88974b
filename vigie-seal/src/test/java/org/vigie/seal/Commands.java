package org.vigie.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Other people's programs, run for comparison. */
final class Commands {

  private static final int SECONDS = 120;

  private Commands() {}

  /** Whether all these programs can be called. */
  static boolean exist(String... names) {
    return Stream.of(names).allMatch(Commands::exists);
  }

  private static boolean exists(String name) {
    var folders = System.getenv().getOrDefault("PATH", "/usr/bin").split(":", -1);
    return Stream.of(folders).anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /** Runs a command in {@code folder} and answers what it printed; fails the test if it fails. */
  static byte[] run(Path folder, byte[] input, String... command)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.to(folder.resolve("stderr").toFile()))
            .start();
    var printed =
        CompletableFuture.supplyAsync(() -> {
          try {
            return process.getInputStream().readAllBytes();
          } catch (IOException broken) {
            return new byte[0];
          }
        });
    try (var in = process.getOutputStream()) {
      in.write(input);
    } catch (IOException closedEarly) {
      // Its exit code says whether that was right.
      assert !closedEarly.toString().isEmpty();
    }
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(command[0] + " took more than " + SECONDS + " s");
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          command[0]
              + " ended with "
              + process.exitValue()
              + ": "
              + Files.readString(folder.resolve("stderr")));
    }
    return printed.join();
  }
}
