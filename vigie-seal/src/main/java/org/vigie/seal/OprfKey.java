package org.vigie.seal;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.vigie.kernel.Secret;

/** The key of an OPRF server: a number below the order of P-256. Close it. */
public final class OprfKey implements AutoCloseable {

  /** Length of {@link #secret()} in bytes. */
  public static final int LENGTH = 32;

  private final Secret secret;

  OprfKey(BigInteger scalar) {
    this.secret = Secret.take(scalarBytes(scalar));
  }

  /** A fresh key. */
  public static OprfKey generate(SecureRandom random) {
    return new OprfKey(OprfElement.randomScalar(random));
  }

  /**
   * The key with this {@link #secret}; the caller closes its own.
   *
   * @throws SealRefused {@code seal.malformed} if it is not 32 bytes, zero, or not below the order
   */
  public static OprfKey ofSecret(Secret secret) throws SealRefused {
    var scalar = secret.use(bytes -> new BigInteger(1, bytes));
    if (secret.length() != LENGTH
        || scalar.signum() == 0
        || scalar.compareTo(OprfElement.ORDER) >= 0) {
      throw SealRefused.malformed();
    }
    return new OprfKey(scalar);
  }

  /** A copy of the number, highest byte first, to be closed by whoever asked for it. */
  public Secret secret() {
    return secret.copy();
  }

  /** What a client checks proofs against. */
  public OprfElement publicKey() {
    return OprfElement.GENERATOR.timesSecret(scalar());
  }

  /** The product of both keys: what elements are under once both have been applied. */
  public OprfKey times(OprfKey other) {
    return new OprfKey(scalar().multiply(other.scalar()).mod(OprfElement.ORDER));
  }

  BigInteger scalar() {
    return secret.use(bytes -> new BigInteger(1, bytes));
  }

  static byte[] scalarBytes(BigInteger scalar) {
    var bytes = new byte[LENGTH];
    var number = scalar.toByteArray();
    var length = Math.min(number.length, LENGTH);
    System.arraycopy(number, number.length - length, bytes, LENGTH - length, length);
    return bytes;
  }

  @Override
  public void close() {
    secret.close();
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "OprfKey";
  }
}
