package org.vigie.node.house;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets only so many wait for the two places where passphrases are tried; the rest are asked to come
 * back, so that the memory and patience of the house have an end (S-13).
 */
final class Turnstile {

  private static final int MOST = 24;

  private final AtomicInteger inside = new AtomicInteger();

  /** Held while one passphrase is tried. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  Place enter() throws HouseRefused {
    if (inside.incrementAndGet() > MOST) {
      inside.decrementAndGet();
      throw HouseRefused.busy();
    }
    return inside::decrementAndGet;
  }
}
