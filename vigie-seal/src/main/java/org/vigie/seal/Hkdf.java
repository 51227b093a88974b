package org.vigie.seal;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.vigie.kernel.Secret;

/**
 * HKDF-SHA256 (RFC 5869): independent keys from one secret, each under its own label. Does not make
 * a weak secret strong.
 */
public final class Hkdf {

  private Hkdf() {}

  /** {@code length} bytes from {@code secret} under {@code label}, without a salt. */
  public static Secret derive(Secret secret, String label, int length) {
    return derive(secret, new byte[0], label, length);
  }

  /**
   * {@code length} bytes from {@code secret} and {@code salt} under {@code label}; at most 8160.
   */
  public static Secret derive(Secret secret, byte[] salt, String label, int length) {
    return secret.use(bytes -> Secret.take(expand(bytes, salt, Bytes.of(label), length)));
  }

  static byte[] expand(byte[] secret, byte[] salt, byte[] info, int length) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(salt).thenExpand(info, length));
    } catch (GeneralSecurityException missingAlgorithm) {
      throw new IllegalStateException(missingAlgorithm);
    }
  }
}
