package org.vigie.seal;

import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The public half of a {@link SigningKey}. Tells whether its holder signed something; does not tell
 * who the holder is.
 */
public final class VerifyingKey {

  /** Length of {@link #bytes()}. */
  public static final int LENGTH = 32;

  /** Length of a signature in bytes. */
  public static final int SIGNATURE_LENGTH = 64;

  private final byte[] key;

  private VerifyingKey(byte[] key) {
    this.key = key;
  }

  static VerifyingKey trusted(byte[] key) {
    return new VerifyingKey(key);
  }

  /**
   * The key with these bytes.
   *
   * @throws SealRefused {@code seal.malformed} if they are no Ed25519 public key
   */
  public static VerifyingKey ofBytes(byte[] key) throws SealRefused {
    if (key.length != LENGTH || !Ed25519.validatePublicKeyFull(key, 0)) {
      throw SealRefused.malformed();
    }
    return new VerifyingKey(key.clone());
  }

  /** The public key, {@link #LENGTH} bytes. */
  public byte[] bytes() {
    return key.clone();
  }

  /** Whether {@code signature} is the holder's over {@code message} for this purpose. */
  public boolean verify(SignatureLabel label, byte[] message, byte[] signature) {
    return verifyBare(label.frame(message), signature);
  }

  boolean verifyBare(byte[] framed, byte[] signature) {
    return signature.length == SIGNATURE_LENGTH
        && Ed25519.verify(signature, 0, key, 0, framed, 0, framed.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifyingKey that && MessageDigest.isEqual(key, that.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return "VerifyingKey[" + java.util.HexFormat.of().formatHex(key) + "]";
  }
}
