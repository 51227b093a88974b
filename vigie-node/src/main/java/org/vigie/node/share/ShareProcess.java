package org.vigie.node.share;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Secret;
import org.vigie.matching.share.ShareClient;
import org.vigie.matching.share.ShareMain;
import org.vigie.matching.share.ShareRefused;
import org.vigie.node.cage.KeptProgram;
import org.vigie.seal.Oprf;

/**
 * Starts the share host when something is asked of it, speaks to it over its standard input and
 * output, and starts it again when it died. Protects the key from whoever reads the node's memory
 * or database; does not protect it from the machine's administrator, under whose account both run
 * here. Nobody else can reach it: there is no socket, no port and no address to write down. Safe
 * for use by several threads; one question at a time.
 */
public final class ShareProcess implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Path folder;
  private @Nullable Running running;
  private long failed;
  private boolean everFailed;

  /** A share host whose folder this is; nothing is started yet. */
  public ShareProcess(Path folder) {
    this.folder = folder;
  }

  /** A process and the line to it. */
  private record Running(Process process, ShareClient client) {}

  /** Something asked on the line. */
  @FunctionalInterface
  public interface Question<T> {
    /** Asks it. */
    T ask(ShareClient host) throws ShareRefused, IOException;
  }

  /**
   * Asks the share host, twice if it dies meanwhile: what was answered and lost stays used.
   *
   * @throws ShareRefused what it said, or {@link ShareRefused#AWAY}
   */
  public synchronized <T> T ask(Question<T> question) throws ShareRefused {
    if (everFailed && System.nanoTime() - failed < PAUSE.toNanos()) {
      throw new ShareRefused(ShareRefused.AWAY);
    }
    for (var attempt = 0; attempt < 2; attempt++) {
      try {
        var answer = asked(question);
        everFailed = false;
        return answer;
      } catch (IOException died) {
        stop();
      }
    }
    failed = System.nanoTime();
    everFailed = true;
    throw new ShareRefused(ShareRefused.AWAY);
  }

  private <T> T asked(Question<T> question) throws IOException, ShareRefused {
    var host = running();
    var watch = Thread.ofVirtual().start(() -> endLate(host.process()));
    try {
      return question.ask(host.client());
    } finally {
      watch.interrupt();
    }
  }

  private static void endLate(Process process) {
    try {
      if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException answered) {
      Thread.currentThread().interrupt();
    }
  }

  private Running running() throws IOException, ShareRefused {
    var known = running;
    if (known != null && known.process().isAlive()) {
      return known;
    }
    stop();
    IOException trouble = null;
    for (var isolated : KeptProgram.ways()) {
      var fresh = started(isolated);
      running = fresh;
      try {
        var _ = fresh.client().status();
        return fresh;
      } catch (IOException noNamespaces) {
        // Bubblewrap is there but the kernel gives ordinary users no namespaces.
        trouble = noNamespaces;
        stop();
      }
    }
    throw trouble == null ? new IOException("no process can be started") : trouble;
  }

  private Running started(boolean isolated) throws IOException {
    var process =
        KeptProgram.start(
            ShareMain.class, folder, isolated, Secret.class, Oprf.class, Oprf.library());
    return new Running(
        process, new ShareClient(process.getInputStream(), process.getOutputStream()));
  }

  private void stop() {
    var known = running;
    if (known != null) {
      known.process().destroyForcibly();
      running = null;
    }
  }

  /** The process, while there is one; for whoever has to know that it is another. */
  public synchronized @Nullable ProcessHandle process() {
    var known = running;
    return known == null ? null : known.process().toHandle();
  }

  /** Ends it. */
  @Override
  public synchronized void close() {
    stop();
  }
}
