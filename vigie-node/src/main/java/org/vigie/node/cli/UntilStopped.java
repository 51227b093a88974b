package org.vigie.node.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Waits for Ctrl-C or SIGTERM, and holds the end of the process back until everything is put away.
 */
final class UntilStopped implements AutoCloseable {

  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch putAway = new CountDownLatch(1);

  UntilStopped() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.countDown();
                  awaitQuietly(putAway);
                },
                "stop"));
  }

  /** Returns when somebody wants it to end. */
  void await() throws InterruptedException {
    stop.await();
  }

  /** Whether somebody wanted it to end already. */
  boolean wanted() {
    return stop.getCount() == 0;
  }

  /** Everything is put away: the process may end. */
  @Override
  public void close() {
    putAway.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
