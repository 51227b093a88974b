package org.vigie.seal;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * age's classical recipient, for people whose tool knows no hybrid one. Protects against today's
 * adversaries; does not protect against one who keeps the file until quantum computers exist.
 */
public final class X25519Recipient implements Recipient {

  /** Length of {@link #bytes()}. */
  public static final int LENGTH = 32;

  private static final String PREFIX = "age";

  private final byte[] key;

  private X25519Recipient(byte[] key) {
    this.key = key;
  }

  static X25519Recipient ofBytes(byte[] key) throws SealRefused {
    if (key.length != LENGTH) {
      throw SealRefused.malformed();
    }
    return new X25519Recipient(key.clone());
  }

  /**
   * Reads {@code age1…}.
   *
   * @throws SealRefused {@code seal.malformed} if it is anything else
   */
  public static X25519Recipient parse(String text) throws SealRefused {
    var stripped = text.strip();
    if (!stripped.startsWith(PREFIX)) {
      throw SealRefused.malformed();
    }
    return ofBytes(Bech32.decode(PREFIX, stripped));
  }

  /** The public key, {@link #LENGTH} bytes. */
  public byte[] bytes() {
    return key.clone();
  }

  @Override
  public String text() {
    return Bech32.encode(PREFIX, key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof X25519Recipient that && MessageDigest.isEqual(key, that.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return text();
  }
}
