package org.vigie.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A node in a process of its own, as {@code ./vigie serve} starts it, to be looked at and killed.
 */
public final class ServedNode implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 90;

  private final Process process;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile String url = "";
  private volatile String founding = "";

  private ServedNode(Process process) {
    this.process = process;
    read(process.getInputStream());
    read(process.getErrorStream());
  }

  /**
   * The command line of people: {@code serve} with the real cost of a passphrase.
   *
   * @param options more of them
   */
  public static ServedNode served(Path home, Path temporary, String... options) throws IOException {
    var words =
        new ArrayList<>(
            List.of(Main.class.getName(), "serve", "--home", home.toString(), "--port", "0"));
    words.addAll(List.of(options));
    return start(temporary, words);
  }

  /**
   * The same node at a low cost of a passphrase, for tests that start many.
   *
   * @param properties of the server, as the virtual machine takes them
   */
  public static ServedNode quick(Path home, Path temporary, String... properties)
      throws IOException {
    var program = new ArrayList<>(List.of(properties));
    program.addAll(List.of("-XX:TieredStopAtLevel=1", QuickServe.class.getName(), home.toString()));
    return start(temporary, program);
  }

  private static ServedNode start(Path temporary, List<String> program) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx1200m",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
    command.addAll(program);
    var node = new ServedNode(new ProcessBuilder(command).directory(temporary.toFile()).start());
    try {
      var came = node.ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(came && !node.url.isEmpty()).as("ready: %s", node.output).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
    return node;
  }

  private void read(java.io.InputStream stream) {
    Thread.ofVirtual()
        .start(() -> {
          try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
              output.add(line);
              if (line.startsWith("vigie: set up the house at ")) {
                founding = line.substring(line.indexOf("/found/"));
              } else if (line.startsWith("vigie: ready at ")) {
                url = line.substring("vigie: ready at ".length());
                ready.countDown();
              }
            }
          } catch (IOException closed) {
            // The process ended.
          }
          ready.countDown();
        });
  }

  /** Everything it printed so far. */
  public String output() {
    return String.join("\n", output) + "\n";
  }

  /** The one-time path that founds its house. */
  public String foundingPath() {
    return founding;
  }

  /** Where it listens. */
  public int port() {
    return java.net.URI.create(url).getPort();
  }

  /** A browser that has never been here. */
  public TestBrowser browser() {
    return new TestBrowser(url);
  }

  /** Its process. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** {@code kill -9}. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Asks it to stop and waits until it did. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
