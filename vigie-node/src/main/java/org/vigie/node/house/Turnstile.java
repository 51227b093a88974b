package org.vigie.node.house;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets only so many wait for the two places where passphrases are tried; the rest are asked to come
 * back, so that the memory and patience of the house have an end (S-13). Some places are kept for
 * those who are in: a flood of strangers must not keep a locked session from being opened, nor a
 * dossier from leaving.
 */
final class Turnstile {

  static final int MOST = 24;

  /** Places that only members get. */
  static final int KEPT = 8;

  private final AtomicInteger inside = new AtomicInteger();

  /** Held while one passphrase is tried. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /** For somebody at the door. */
  Place enter() throws HouseRefused {
    return enter(MOST);
  }

  /** For somebody who has a session already. */
  Place enterAsMember() throws HouseRefused {
    return enter(MOST + KEPT);
  }

  private Place enter(int most) throws HouseRefused {
    if (inside.incrementAndGet() > most) {
      inside.decrementAndGet();
      throw HouseRefused.busy();
    }
    return inside::decrementAndGet;
  }
}
