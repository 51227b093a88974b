package org.vigie.seal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.vigie.kernel.Secret;

/**
 * Seals what the processes of one run hand to each other, with AES-256-GCM (NIST SP 800-38D) under
 * a key drawn for that run and forgotten with it. Protects contents against whoever has no key and
 * against unnoticed change; does not protect length, nor against one being put in another's place:
 * what is kept belongs under a {@link RowKey}. Random nonces of 96 bits allow four thousand million
 * calls under one key. Overhead 28 bytes. For use by one thread.
 */
public final class PassingKey {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final String LABEL = "vigie/passing/1/";

  private final Cipher cipher;
  private final SecretKeySpec key;
  private final SecureRandom random;

  private PassingKey(SecretKeySpec key, SecureRandom random) {
    this.key = key;
    this.random = random;
    try {
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException missingAlgorithm) {
      throw new IllegalStateException(missingAlgorithm);
    }
  }

  /** The key for {@code label} of the run whose secret is {@code seed}. */
  public static PassingKey derive(Secret seed, String label, SecureRandom random) {
    try (var derived = Hkdf.derive(seed, LABEL + label, 32)) {
      return derived.use(bytes -> new PassingKey(new SecretKeySpec(bytes, "AES"), random));
    }
  }

  /** {@code plain} sealed; 28 bytes longer and different every time. */
  public byte[] seal(byte[] plain) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      var sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
      cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * What was sealed.
   *
   * @throws SealRefused {@code seal.tampered} if it was sealed under another key or changed since
   */
  public byte[] open(byte[] sealed) throws SealRefused {
    if (sealed.length < NONCE) {
      throw SealRefused.tampered();
    }
    try {
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
      return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (GeneralSecurityException changed) {
      throw SealRefused.tampered();
    }
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "PassingKey";
  }
}
