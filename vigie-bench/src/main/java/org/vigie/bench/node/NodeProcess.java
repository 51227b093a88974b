package org.vigie.bench.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vigie.bench.Command;

/** {@code ./vigie serve} as a process of its own. */
final class NodeProcess implements AutoCloseable {

  private static final String READY = "vigie: ready at ";
  private static final String FOUND = "vigie: set up the house at ";
  private static final int PATIENCE_SECONDS = 600;
  private static final int TICKS_A_SECOND = 100;

  private final Process process;
  private final CountDownLatch answered = new CountDownLatch(1);
  private volatile String founding = "";
  private volatile String ready = "";
  private volatile double seconds;

  private NodeProcess(Process process) {
    this.process = process;
  }

  /** Starts one on a free port and waits until it is ready. */
  static NodeProcess start(Path vigie, Path home) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(vigie.toString(), "serve", "--home", home.toString(), "--port", "0")
            .redirectError(home.resolveSibling("node.log").toFile());
    builder.environment().put("VIGIE_LOCALE", "en");
    var begun = System.nanoTime();
    var node = new NodeProcess(builder.start());
    Thread.ofVirtual().start(() -> node.listen(begun));
    var inTime = node.answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!inTime || node.ready.isEmpty()) {
      node.close();
      throw new IOException(
          "the node did not start: " + Files.readString(home.resolveSibling("node.log")).strip());
    }
    return node;
  }

  private void listen(long begun) {
    try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(FOUND)) {
          founding = URI.create(line.substring(FOUND.length())).getPath();
        } else if (line.startsWith(READY)) {
          seconds = (System.nanoTime() - begun) / 1e9;
          ready = line.substring(READY.length());
          answered.countDown();
        }
      }
    } catch (IOException _) {
      // The node was ended while it was listened to; who waits for it sees that it never was ready.
    } finally {
      answered.countDown();
    }
  }

  int port() {
    return URI.create(ready).getPort();
  }

  /** The one-time path that founds the house. */
  String founding() {
    return founding;
  }

  /** From the call to the ready line. */
  double secondsToReady() {
    return seconds;
  }

  /** Memory it holds, in MB of 2^20 bytes. */
  double resident() {
    return Command.memory(process.pid(), "VmRSS") / 1024.0;
  }

  /** Seconds of processors it has taken so far. */
  double processor() throws IOException {
    var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    // After the name, which may hold blanks, utime is the twelfth word and stime the next
    // (proc(5)).
    var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Double.parseDouble(words[11]) + Double.parseDouble(words[12])) / TICKS_A_SECOND;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
