package org.vigie.seal;

import java.util.List;

/**
 * How much work a guess costs: Argon2id (RFC 9106) version 0x13.
 *
 * @param memoryKib memory in KiB, 8 to 1,048,576
 * @param iterations passes, 1 to 16
 * @param lanes lanes, 1 to 4; one is right for us, the library gains nothing from more
 */
public record ArgonPolicy(int memoryKib, int iterations, int lanes) {

  /** For people: 256 MiB, three passes; one to three seconds. */
  public static final ArgonPolicy PEOPLE = new ArgonPolicy(256 * 1024, 3, 1);

  /**
   * What {@link #PEOPLE} was before: whoever raises it writes the old one here, so that accounts
   * made then still open, cost the same to ask about as any, and are raised when their member next
   * signs in.
   */
  public static final List<ArgonPolicy> FORMERLY_PEOPLE = List.of();

  /** For codes of 77 bits and more that we made: 64 MiB, three passes. */
  public static final ArgonPolicy CODES = new ArgonPolicy(64 * 1024, 3, 1);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public ArgonPolicy {
    if (memoryKib < 8 * lanes
        || memoryKib > 1 << 20
        || iterations < 1
        || iterations > 16
        || lanes < 1
        || lanes > 4) {
      throw new IllegalArgumentException("Argon2id parameters out of range");
    }
  }

  /** KiB passed over: what a guess costs, for comparing. */
  public long work() {
    return (long) memoryKib * iterations;
  }
}
