package org.vigie.node.shell.web;

import java.lang.System.Logger.Level;
import java.time.Duration;
import org.vigie.node.shell.Sessions;

/** Closes the keys of sessions whose time is over, also when nobody comes back. */
final class Sweeper implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Sweeper.class.getName());
  private static final Duration EVERY = Duration.ofSeconds(15);

  private final Thread thread;

  Sweeper(Sessions sessions) {
    this(sessions, EVERY);
  }

  Sweeper(Sessions sessions, Duration pace) {
    thread = Thread.ofVirtual().name("sessions").start(() -> run(sessions, pace));
  }

  private static void run(Sessions sessions, Duration pace) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(pace);
        sweep(sessions);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** What goes wrong with one session must not leave everybody's keys open from then on. */
  private static void sweep(Sessions sessions) {
    try {
      sessions.sweep();
    } catch (RuntimeException trouble) {
      LOG.log(Level.WARNING, "sessions were not looked through: {0}", trouble.getClass().getName());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
