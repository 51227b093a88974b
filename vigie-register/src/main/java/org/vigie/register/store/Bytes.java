package org.vigie.register.store;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Bytes that do not change: ciphertext or a hash, as a store keeps them. */
public final class Bytes {

  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /** A copy of {@code value}. */
  public static Bytes of(byte[] value) {
    return new Bytes(value.clone());
  }

  /** A fresh copy of the bytes. */
  public byte[] toArray() {
    return value.clone();
  }

  /** How many bytes. */
  public int length() {
    return value.length;
  }

  /** Whether both hold the same bytes. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes that && MessageDigest.isEqual(value, that.value);
  }

  @Override
  public int hashCode() {
    return java.util.Arrays.hashCode(value);
  }

  /** The length only. */
  @Override
  public String toString() {
    return value.length + " bytes";
  }
}
