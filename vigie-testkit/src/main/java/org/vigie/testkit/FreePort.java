package org.vigie.testkit;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/** A port for a program that a test starts and that cannot say which one it took. */
public final class FreePort {

  private static final int FIRST = 20_000;
  private static final int AFTER_LAST = 30_000;
  private static final int ATTEMPTS = 100;

  private FreePort() {}

  /**
   * A port of this machine that nobody has. It lies below those that systems give away by
   * themselves (32768 and up on Linux, 49152 and up elsewhere), so that no test beside this one
   * gets it before the program does.
   *
   * @throws IOException when no port is found
   */
  public static int draw() throws IOException {
    var random = new SecureRandom();
    for (var attempt = 1; ; attempt++) {
      var port = random.nextInt(FIRST, AFTER_LAST);
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        if (attempt == ATTEMPTS) {
          throw taken;
        }
      }
    }
  }
}
