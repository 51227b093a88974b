package org.vigie.seal;

import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.vigie.kernel.Secret;

/**
 * An Ed25519 key that signs (RFC 8032). Protects who said something and that it is unchanged; does
 * not protect when, and not against quantum computers.
 */
public final class SigningKey implements AutoCloseable {

  /** Length of the seed in bytes. */
  public static final int SEED_LENGTH = 32;

  private final Secret seed;
  private final VerifyingKey verifier;

  private SigningKey(Secret seed) {
    this.seed = seed;
    this.verifier =
        seed.use(bytes ->
            VerifyingKey.trusted(
                new Ed25519PrivateKeyParameters(bytes).generatePublicKey().getEncoded()));
  }

  /** A fresh key drawn from {@code random}. */
  public static SigningKey generate(SecureRandom random) {
    return new SigningKey(Secret.random(SEED_LENGTH, random));
  }

  /**
   * The key with this seed, which is copied: the caller still closes its own.
   *
   * @throws IllegalArgumentException if it is not {@link #SEED_LENGTH} bytes
   */
  public static SigningKey ofSeed(Secret seed) {
    if (seed.length() != SEED_LENGTH) {
      throw new IllegalArgumentException("an Ed25519 seed has 32 bytes");
    }
    return new SigningKey(seed.copy());
  }

  /** A copy of the seed, to be closed by whoever asked for it. */
  public Secret seed() {
    return seed.copy();
  }

  /** The public half. */
  public VerifyingKey verifier() {
    return verifier;
  }

  /** A signature over {@code message} for one purpose; 64 bytes, always the same. */
  public byte[] sign(SignatureLabel label, byte[] message) {
    return signBare(label.frame(message));
  }

  byte[] signBare(byte[] framed) {
    return seed.use(bytes -> {
      var signature = new byte[VerifyingKey.SIGNATURE_LENGTH];
      var key = new Ed25519PrivateKeyParameters(bytes);
      key.sign(Ed25519.Algorithm.Ed25519, null, framed, 0, framed.length, signature, 0);
      return signature;
    });
  }

  @Override
  public void close() {
    seed.close();
  }

  /** Never the seed. */
  @Override
  public String toString() {
    return "SigningKey";
  }
}
