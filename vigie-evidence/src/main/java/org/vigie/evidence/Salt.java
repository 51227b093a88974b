package org.vigie.evidence;

import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.vigie.ledger.LeafCommitment;

/**
 * The 32 random bytes that keep an entry of the log from being tied to its content. Who destroys
 * every copy erases what the entry stood for. Immutable.
 */
public final class Salt {

  private final byte[] bytes;

  private Salt(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A fresh salt. */
  public static Salt random(SecureRandom random) {
    return new Salt(LeafCommitment.newSalt(random));
  }

  /** A kept salt, {@link LeafCommitment#SALT_LENGTH} bytes. */
  public static Salt of(byte[] bytes) {
    if (bytes.length != LeafCommitment.SALT_LENGTH) {
      throw new IllegalArgumentException("A salt has 32 bytes");
    }
    return new Salt(bytes.clone());
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Salt salt && MessageDigest.isEqual(bytes, salt.bytes);
  }

  @Override
  public int hashCode() {
    return bytes[0];
  }

  /** Never the bytes. */
  @Override
  public String toString() {
    return "Salt";
  }
}
