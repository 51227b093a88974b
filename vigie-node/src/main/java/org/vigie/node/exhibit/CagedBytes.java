package org.vigie.node.exhibit;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Source;
import org.vigie.imports.cage.CageJob;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.node.cage.CageLimits;
import org.vigie.node.cage.CageResult;
import org.vigie.register.OpenRegister;
import org.vigie.register.StoredBlob;

/**
 * Leads what comes out of the cage into a sealed blob, in memory that does not grow with it. What
 * the cage began and did not end leaves nothing.
 */
final class CagedBytes {

  private static final int PIPE = 256 * 1024;

  private final Cage cage;
  private final OpenRegister file;

  CagedBytes(Cage cage, OpenRegister file) {
    this.cage = cage;
    this.file = file;
  }

  /**
   * What was made.
   *
   * @param blob where it lies
   * @param result facts and report
   */
  record Made(StoredBlob blob, CageResult result) {}

  /** How a run of the cage ended. */
  sealed interface End {
    record Done(CageResult result) implements End {}

    record Refused(Refusal refusal) implements End {}

    record Failed(IOException failure) implements End {}
  }

  /**
   * Runs a job on a document and keeps what comes out.
   *
   * @param watching sees the bytes on their way
   * @throws Refusal if the cage or its reader refuses
   */
  Made make(CageJob job, Source document, UnaryOperator<OutputStream> watching)
      throws Refusal, IOException {
    var made = new AtomicReference<@Nullable CageResult>();
    var blob =
        lead(
            cage,
            job,
            document,
            watching,
            out -> {
              var stored = file.storeBlob(out, CageLimits.MOST_OUTPUT);
              made.set(out.result());
              return stored;
            });
    return new Made(blob, Objects.requireNonNull(made.get()));
  }

  /** Takes bytes as they come; a stream that was broken off throws at its end. */
  @FunctionalInterface
  interface Taker<T> {
    T take(Ending bytes) throws Refusal, IOException;
  }

  /**
   * Runs a job on a document and leads what comes out to {@code taker}.
   *
   * @throws Refusal if the cage, its reader or the taker refuses
   */
  static <T> T lead(
      Cage cage, CageJob job, Source document, UnaryOperator<OutputStream> watching, Taker<T> taker)
      throws Refusal, IOException {
    var end = new AtomicReference<@Nullable End>();
    var out = new Ending(end);
    var into = new PipedOutputStream(out);
    var work =
        Thread.ofVirtual()
            .start(() -> {
              end.set(run(cage, job, document, watching.apply(into)));
              close(into);
            });
    try {
      return taker.take(out);
    } catch (Refusal | IOException failed) {
      // Whoever still writes must not wait for a reader that is gone.
      close(out);
      join(work);
      throw cause(end.get(), failed);
    } finally {
      close(out);
    }
  }

  private static void join(Thread work) throws IOException {
    try {
      work.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    }
  }

  private static End run(Cage cage, CageJob job, Source document, OutputStream out) {
    try {
      var result = cage.run(job, document, out);
      out.flush();
      return new End.Done(result);
    } catch (Refusal refusal) {
      return new End.Refused(refusal);
    } catch (IOException failure) {
      return new End.Failed(failure);
    }
  }

  private static void close(Closeable end) {
    try {
      end.close();
    } catch (IOException goneAlready) {
      // The other end closed first, because it failed.
      return;
    }
  }

  private static IOException cause(@Nullable End end, Exception failed) throws Refusal {
    if (end instanceof End.Refused refused) {
      throw refused.refusal();
    }
    if (failed instanceof Refusal refused) {
      throw refused;
    }
    return (IOException) failed;
  }

  /** Ends like the cage ended: a result that was broken off must not look whole. */
  static final class Ending extends PipedInputStream {

    private final AtomicReference<@Nullable End> end;

    Ending(AtomicReference<@Nullable End> end) {
      super(PIPE);
      this.end = end;
    }

    CageResult result() throws IOException {
      if (end.get() instanceof End.Done done) {
        return done.result();
      }
      throw new IOException("the cage did not end");
    }

    @Override
    public synchronized int read() throws IOException {
      return checked(super.read());
    }

    @Override
    public synchronized int read(byte[] into, int from, int length) throws IOException {
      return checked(super.read(into, from, length));
    }

    private int checked(int read) throws IOException {
      if (read < 0) {
        result();
      }
      return read;
    }
  }
}
