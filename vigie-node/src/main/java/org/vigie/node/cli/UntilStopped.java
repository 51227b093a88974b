package org.vigie.node.cli;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/**
 * Waits for Ctrl-C or SIGTERM, so that the command ends as it ends otherwise: everything put away,
 * exit code 0. Whoever does not want to wait for the start is let go at once.
 */
final class UntilStopped implements AutoCloseable {

  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch putAway = new CountDownLatch(1);
  private volatile boolean waiting;

  UntilStopped() {
    on("INT");
    on("TERM");
    // For other ways to end a process, such as a terminal that is closed.
    Runtime.getRuntime().addShutdownHook(new Thread(this::holdBack, "stop"));
  }

  /** Returns when somebody wants it to end. */
  void await() throws InterruptedException {
    waiting = true;
    stop.await();
  }

  /** Everything is put away: the process may end. */
  @Override
  public void close() {
    putAway.countDown();
  }

  private void asked() {
    if (waiting) {
      stop.countDown();
    } else {
      System.exit(ExitCode.DONE);
    }
  }

  private void holdBack() {
    stop.countDown();
    try {
      if (waiting) {
        putAway.await();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Java has no supported way to hear a signal without ending with its number; where this one is
   * missing, the hook above does the same but for the exit code.
   */
  private void on(String name) {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var ours =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, values) -> {
                asked();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
    } catch (ReflectiveOperationException | IllegalArgumentException missing) {
      // Then the hook is all there is.
    }
  }
}
