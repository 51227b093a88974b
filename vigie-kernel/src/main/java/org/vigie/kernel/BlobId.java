package org.vigie.kernel;

import java.security.SecureRandom;

/**
 * Identifier of sealed bytes in the blob store: 128 random bits as 32 lower-case hexadecimal
 * digits. Also their file name, so it tells nothing about them.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record BlobId(String value) implements Comparable<BlobId> {

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if {@code value} is not 32 lower-case hexadecimal digits
   */
  public BlobId {
    RandomBits.requireHex(value);
  }

  /** A fresh identifier drawn from {@code random}. */
  public static BlobId random(SecureRandom random) {
    return new BlobId(RandomBits.hex(random));
  }

  /** The 16 bytes that {@link #value} spells. */
  public byte[] bytes() {
    return RandomBits.bytes(value);
  }

  @Override
  public int compareTo(BlobId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
