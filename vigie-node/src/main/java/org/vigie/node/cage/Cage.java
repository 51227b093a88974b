package org.vigie.node.cage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.vigie.imports.BytesSource;
import org.vigie.imports.Source;
import org.vigie.imports.cage.CageJob;
import org.vigie.imports.cage.CageMain;
import org.vigie.imports.detect.Exports;
import org.vigie.kernel.Refusal;

/**
 * Hands one document to one process that has nothing else. Protects the node, its keys and other
 * people's documents from what a document does to its reader; the document goes in and the result
 * comes out by pipes, never by a file. Does not protect against errors of the kernel, and without
 * bubblewrap not against reading files of the node's account: {@link #level()} says which it is.
 * Safe for use by several threads.
 */
public final class Cage {

  private static final int OUT_OF_MEMORY = 3; // -XX:+ExitOnOutOfMemoryError
  private static final int KILLED_FOR_CPU = 128 + 24; // SIGXCPU
  private static final int KILLED = 128 + 9; // the hard limit of processor time

  private final Launch launch;
  private final CageLimits limits;
  private final CageLevel level;
  private final Semaphore places;

  /** Long documents go one after another, so that a place is left for all others. */
  private final Semaphore longOnes = new Semaphore(1, true);

  Cage(Launch launch, CageLimits limits, CageLevel level) {
    this.launch = launch;
    this.limits = limits;
    this.level = level;
    this.places = new Semaphore(limits.parallel(), true);
  }

  /** Finds out by trying which cage this machine can build. Takes about a second. */
  public static Cage onThisMachine(CageLimits limits) throws IOException {
    if (Launch.program("bwrap") != null) {
      var isolated = launch(limits, true);
      try {
        return new Cage(isolated, limits, new CageLevel(true, tried(isolated)));
      } catch (Refusal | IOException noNamespaces) {
        // Bubblewrap is there but the kernel gives ordinary users no namespaces.
        return reduced(limits);
      }
    }
    return reduced(limits);
  }

  /** The cage of a machine without bubblewrap. */
  static Cage reduced(CageLimits limits) throws IOException {
    var launch = launch(limits, false);
    try {
      return new Cage(launch, limits, new CageLevel(false, tried(launch)));
    } catch (Refusal refused) {
      throw new IOException("no process can be started for a document", refused);
    }
  }

  private static Launch launch(CageLimits limits, boolean isolated) throws IOException {
    var classPath =
        CodePath.of(
            Exports.class,
            Refusal.class,
            PDDocument.class,
            RandomAccessRead.class,
            FontBoxFont.class,
            LogFactory.class);
    return new Launch(classPath, CageMain.class.getName(), limits, isolated);
  }

  private static boolean tried(Launch launch) throws Refusal, IOException {
    var cage = new Cage(launch, CageLimits.USUAL, new CageLevel(false, false));
    var word = new BytesSource("vigie".getBytes(StandardCharsets.UTF_8));
    var facts = cage.run(CageJob.text(), word, OutputStream.nullOutputStream()).facts();
    return "filtered".equals(facts.get("system-calls"));
  }

  /** How strong it is. */
  public CageLevel level() {
    return level;
  }

  /**
   * Runs one job and waits for its end. What goes through a whole document has time and room by its
   * length; long documents wait for each other, so that others need not wait for them.
   *
   * @param document opened as often as the job reads it; at most a few times
   * @param out takes the result as it comes; on a refusal it has taken a part, to be thrown away
   * @throws Refusal {@code ImportRefused} from the reader or {@link CageRefused} from here
   * @throws IOException if the document cannot be read or the result not be passed on
   */
  public CageResult run(CageJob job, Source document, OutputStream out)
      throws Refusal, IOException {
    var grown = job.throughout() ? limits.grownFor(document.length()) : limits;
    if (grown.equals(limits)) {
      return inPlace(job, document, limits, out);
    }
    longOnes.acquireUninterruptibly();
    try {
      return inPlace(job, document, grown, out);
    } finally {
      longOnes.release();
    }
  }

  private CageResult inPlace(CageJob job, Source document, CageLimits most, OutputStream out)
      throws Refusal, IOException {
    places.acquireUninterruptibly();
    try {
      var process = launch.start(most.cpuSeconds());
      var late = new AtomicBoolean();
      var watch = Thread.ofVirtual().start(() -> endLate(process, late, most.wall()));
      try {
        return new Conversation(process, document, most.outputBytes()).run(job, out);
      } catch (Conversation.Broken broken) {
        throw refused(process, late.get(), most);
      } finally {
        process.destroyForcibly();
        watch.interrupt();
      }
    } finally {
      places.release();
    }
  }

  private static void endLate(Process process, AtomicBoolean late, Duration wall) {
    try {
      if (!process.waitFor(wall.toMillis(), TimeUnit.MILLISECONDS)) {
        late.set(true);
        process.destroyForcibly();
      }
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }

  private static CageRefused refused(Process process, boolean late, CageLimits most) {
    var seconds = most.wall().toSeconds();
    if (late) {
      return new CageRefused("cage.time", seconds);
    }
    try {
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        return new CageRefused("cage.failed");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new CageRefused("cage.failed");
    }
    return switch (process.exitValue()) {
      case OUT_OF_MEMORY -> new CageRefused("cage.memory", most.heapMiB());
      case KILLED_FOR_CPU, KILLED -> new CageRefused("cage.time", seconds);
      default -> new CageRefused("cage.failed");
    };
  }
}
