package org.vigie.matching.band;

/**
 * What was read only to have it near the processor before it is needed: memory answers many
 * questions at once, if none waits for another. The compiler would leave such reading out if
 * nothing came of it.
 */
final class Touched {

  @SuppressWarnings("UnusedVariable") // that it may be written is all
  private static int last;

  private Touched() {}

  /** Takes what came of reading, all of it mixed. */
  static void by(long bits) {
    if (bits == 1) {
      last++; // hardly ever: several threads read
    }
  }
}
