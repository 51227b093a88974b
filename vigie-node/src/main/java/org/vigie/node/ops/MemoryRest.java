package org.vigie.node.ops;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Gives memory back to the machine some time after people signed in. Argon2id fills a quarter of a
 * gigabyte each time; the collector of small machines would keep that until it needs it again, and
 * keep with it what a passphrase was turned into. Protects against a node that grows and against
 * such remains growing old; does not protect what is in memory while somebody signs in.
 */
public final class MemoryRest implements AutoCloseable {

  /** What a node with a few open sessions lives in, in bytes. */
  static final long ENOUGH = 192L << 20;

  private final LongSupplier taken;
  private final Runnable collection;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("memory").unstarted(work));

  /**
   * Looks every {@code pace}.
   *
   * @param taken bytes of heap taken from the machine
   * @param collection gives back what nobody uses
   */
  public MemoryRest(Duration pace, LongSupplier taken, Runnable collection) {
    this.taken = taken;
    this.collection = collection;
    var _ =
        clock.scheduleWithFixedDelay(
            this::look, pace.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
  }

  void look() {
    if (taken.getAsLong() > ENOUGH) {
      collection.run();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
