package org.vigie.seal;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * age's post-quantum recipient: a public X-Wing key (X25519 and ML-KEM-768), C2SP age.md section
 * "The hybrid recipient type". Protects what is sealed to it as long as either of the two holds;
 * does not say whose key it is.
 */
public final class HybridRecipient implements Recipient {

  /** Length of {@link #bytes()}. */
  public static final int LENGTH = 1216;

  static final String PREFIX = "age1pq";

  private final byte[] key;

  private HybridRecipient(byte[] key) {
    this.key = key;
  }

  /**
   * The recipient with this public key.
   *
   * @throws SealRefused {@code seal.malformed} if it is not {@link #LENGTH} bytes or no X-Wing key
   */
  public static HybridRecipient ofBytes(byte[] key) throws SealRefused {
    if (key.length != LENGTH || !XWing.isPublicKey(key)) {
      throw SealRefused.malformed();
    }
    return new HybridRecipient(key.clone());
  }

  /**
   * Reads {@code age1pq1…}.
   *
   * @throws SealRefused {@code seal.malformed} if it is anything else
   */
  public static HybridRecipient parse(String text) throws SealRefused {
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
    return other instanceof HybridRecipient that && MessageDigest.isEqual(key, that.key);
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
