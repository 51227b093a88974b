package org.vigie.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A node as a user runs it: its own process, its own home, talked to over HTTP alone. What it
 * prints is kept, so that a test can search it for words that must not be there.
 */
final class NodeProcess implements RunningNode {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final List<String> printed = new CopyOnWriteArrayList<>();
  private final CountDownLatch ready = new CountDownLatch(1);

  private NodeProcess(Process process) {
    this.process = process;
  }

  /** Starts {@code vigie} with these words and waits for the ready line. */
  static NodeProcess start(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx900m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            "org.vigie.node.Main"));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("VIGIE_LOCALE", "en");
    var node = new NodeProcess(builder.start());
    Thread.ofVirtual().start(node::listen);
    if (!node.ready.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      node.close();
      throw new IllegalStateException("the node did not become ready; it said " + node.printed);
    }
    return node;
  }

  @Override
  public String url() {
    return printedAfter("vigie: ready at ");
  }

  @Override
  public String foundingUrl() {
    return printedAfter("vigie: set up the house at ");
  }

  @Override
  public Instant now() {
    return Clock.systemUTC().instant();
  }

  /** The rest of the first printed line that contains {@code words}. */
  String printedAfter(String words) {
    return printed.stream()
        .filter(line -> line.contains(words))
        .map(line -> line.substring(line.indexOf(words) + words.length()).strip())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing printed about: " + words));
  }

  /** Everything printed so far. */
  List<String> printed() {
    return List.copyOf(printed);
  }

  long pid() {
    return process.pid();
  }

  /** Pulls the plug: no shutdown code runs. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        printed.add(line);
        if (line.startsWith("vigie: ready at ")) {
          ready.countDown();
        }
      }
    } catch (IOException ended) {
      printed.add("(the node's output ended)");
    }
  }

  /** A fresh folder for a home, outside the source tree. */
  static Path freshHome() throws IOException {
    return Files.createTempDirectory("vigie-e2e");
  }
}
