package org.vigie.matching.share;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.vigie.kernel.SuppressForbidden;

/**
 * A share host as a program of its own: answers on its standard input and output, ends when they
 * do, or when nobody asked for two minutes. It reads and writes one folder.
 */
@SuppressForbidden(reason = "a process of its own, with the real clock")
public final class ShareMain {

  private static final Duration IDLE = Duration.ofMinutes(2);
  private static final int TRIES = 50;

  private ShareMain() {}

  /** Serves the folder that the only argument names. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (var host = opened(Path.of(args[0]))) {
      var asked = new Semaphore(0);
      Thread.ofPlatform().daemon().start(() -> endIdle(asked));
      new ShareServer(host)
          .serve(
              new FileInputStream(FileDescriptor.in),
              new FileOutputStream(FileDescriptor.out),
              asked::release);
    }
    // A thread that still waits for questions must not keep the process.
    Runtime.getRuntime().halt(0);
  }

  /** One that was killed lets go of the folder only a moment later. */
  private static ShareHost opened(Path folder) throws IOException, InterruptedException {
    for (var left = TRIES; ; left--) {
      try {
        return new ShareHost(folder, Clock.systemUTC(), new SecureRandom());
      } catch (IOException taken) {
        if (left == 0) {
          throw taken;
        }
        Thread.sleep(100);
      }
    }
  }

  private static void endIdle(Semaphore asked) {
    try {
      while (asked.tryAcquire(IDLE.toSeconds(), TimeUnit.SECONDS)) {
        asked.drainPermits();
      }
      Runtime.getRuntime().halt(0);
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }
}
