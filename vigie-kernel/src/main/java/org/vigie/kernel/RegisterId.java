package org.vigie.kernel;

import java.security.SecureRandom;

/**
 * Identifier of a register: 128 random bits as 32 lower-case hexadecimal digits. A case, a house,
 * an introduction: whatever entries are appended to.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record RegisterId(String value) implements Comparable<RegisterId> {

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if {@code value} is not 32 lower-case hexadecimal digits
   */
  public RegisterId {
    RandomBits.requireHex(value);
  }

  /** A fresh identifier drawn from {@code random}. */
  public static RegisterId random(SecureRandom random) {
    return new RegisterId(RandomBits.hex(random));
  }

  /** The 16 bytes that {@link #value} spells. */
  public byte[] bytes() {
    return RandomBits.bytes(value);
  }

  @Override
  public int compareTo(RegisterId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
