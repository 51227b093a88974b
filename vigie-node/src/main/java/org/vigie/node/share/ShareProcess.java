package org.vigie.node.share;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Secret;
import org.vigie.matching.share.ShareClient;
import org.vigie.matching.share.ShareMain;
import org.vigie.matching.share.ShareRefused;
import org.vigie.matching.share.ShareSocket;
import org.vigie.node.cage.KeptProgram;
import org.vigie.seal.Oprf;

/**
 * The way to the share host. Usually a process that is started when something is asked of it,
 * spoken to over its standard input and output, and started again when it died: nobody else can
 * reach it, for there is no socket, no port and no address. It protects the key from whoever reads
 * the node's memory or database, and not from the machine's administrator, under whose account both
 * run. Or a share host of another account or machine, behind a socket of the file system. Safe for
 * use by several threads; one question at a time.
 */
public final class ShareProcess implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final List<Way> ways;
  private final boolean own;
  private @Nullable Line open;
  private long failed;
  private boolean everFailed;

  private ShareProcess(boolean own, List<Way> ways) {
    this.own = own;
    this.ways = ways;
  }

  /** A share host of our own whose folder this is; nothing is started yet. */
  public ShareProcess(Path folder) {
    this(
        true,
        KeptProgram.ways().stream().<Way>map(isolated -> () -> started(folder, isolated)).toList());
  }

  /**
   * The share host that answers at {@code socket}.
   *
   * @param account who has to answer there; blank for the account the node runs as
   */
  public static ShareProcess at(Path socket, String account) {
    return new ShareProcess(false, List.of(() -> connected(socket, account)));
  }

  /** Whether it is a process of the node's own, which nobody else can reach. */
  public boolean isOwn() {
    return own;
  }

  /** Something asked on the line. */
  @FunctionalInterface
  public interface Question<T> {
    /** Asks it. */
    T ask(ShareClient host) throws ShareRefused, IOException;
  }

  /** How a line is opened. */
  private interface Way {
    Line open() throws IOException;
  }

  /** A line that is open, and how to end it. */
  private record Line(ShareClient client, Runnable end, @Nullable ProcessHandle process) {}

  private static Line started(Path folder, boolean isolated) throws IOException {
    var process =
        KeptProgram.start(
            ShareMain.class, folder, isolated, Secret.class, Oprf.class, Oprf.library());
    return new Line(
        new ShareClient(process.getInputStream(), process.getOutputStream()),
        process::destroyForcibly,
        process.toHandle());
  }

  private static Line connected(Path socket, String account) throws IOException {
    var line = ShareSocket.connect(socket, account);
    Runnable end =
        () -> {
          try {
            line.close();
          } catch (IOException ends) {
            // It is of no more use either way.
          }
        };
    return new Line(ShareSocket.client(line), end, null);
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
    var line = line();
    var watch = Thread.ofVirtual().start(() -> endLate(line));
    try {
      return question.ask(line.client());
    } finally {
      watch.interrupt();
    }
  }

  private static void endLate(Line line) {
    try {
      Thread.sleep(LONGEST);
      line.end().run();
    } catch (InterruptedException answered) {
      Thread.currentThread().interrupt();
    }
  }

  private Line line() throws IOException, ShareRefused {
    var known = open;
    if (known != null && (known.process() == null || known.process().isAlive())) {
      return known;
    }
    stop();
    IOException trouble = null;
    for (var way : ways) {
      try {
        var fresh = way.open();
        open = fresh;
        var _ = asked(ShareClient::status);
        return fresh;
      } catch (IOException noNamespaces) {
        // Bubblewrap may be there while the kernel gives ordinary users no namespaces.
        trouble = noNamespaces;
        stop();
      }
    }
    throw trouble == null ? new IOException("no share host can be reached") : trouble;
  }

  private void stop() {
    var known = open;
    if (known != null) {
      known.end().run();
      open = null;
    }
  }

  /** The process, while there is one of ours; for whoever has to know that it is another. */
  public synchronized @Nullable ProcessHandle process() {
    var known = open;
    return known == null ? null : known.process();
  }

  /** Ends it, or hangs up. */
  @Override
  public synchronized void close() {
    stop();
  }
}
