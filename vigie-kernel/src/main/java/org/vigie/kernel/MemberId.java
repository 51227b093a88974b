package org.vigie.kernel;

import java.security.SecureRandom;

/**
 * Identifier of a member of a house: 128 random bits as 32 lower-case hexadecimal digits. Names
 * nobody; the name is sealed in the house's register.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record MemberId(String value) implements Comparable<MemberId> {

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if {@code value} is not 32 lower-case hexadecimal digits
   */
  public MemberId {
    RandomBits.requireHex(value);
  }

  /** A fresh identifier drawn from {@code random}. */
  public static MemberId random(SecureRandom random) {
    return new MemberId(RandomBits.hex(random));
  }

  /** The 16 bytes that {@link #value} spells. */
  public byte[] bytes() {
    return RandomBits.bytes(value);
  }

  @Override
  public int compareTo(MemberId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
