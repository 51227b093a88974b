package org.vigie.node.shell.web;

import java.time.Duration;
import org.vigie.node.shell.Sessions;

/** Closes the keys of sessions whose time is over, also when nobody comes back. */
final class Sweeper implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(15);

  private final Thread thread;

  Sweeper(Sessions sessions) {
    thread = Thread.ofVirtual().name("sessions").start(() -> run(sessions));
  }

  private static void run(Sessions sessions) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(EVERY);
        sessions.sweep();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
