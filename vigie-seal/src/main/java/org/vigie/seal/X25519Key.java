package org.vigie.seal;

import java.security.SecureRandom;
import java.util.Locale;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.vigie.kernel.Secret;

/**
 * The private key of an {@link X25519Recipient}: 32 bytes. Protects its bytes from heap dumps until
 * used; does not protect them while a file is being opened.
 */
public final class X25519Key implements Identity {

  private static final int LENGTH = 32;
  private static final String PREFIX = "age-secret-key-";

  private final Secret secret;

  private X25519Key(Secret secret) {
    this.secret = secret;
  }

  /** A fresh key drawn from {@code random}. */
  public static X25519Key generate(SecureRandom random) {
    return new X25519Key(Secret.random(LENGTH, random));
  }

  /**
   * Reads {@code AGE-SECRET-KEY-1…}.
   *
   * @throws SealRefused {@code seal.malformed} if it is anything else
   */
  public static X25519Key parse(String text) throws SealRefused {
    return new X25519Key(SecretText.parse(PREFIX, text, LENGTH));
  }

  /** The public half. */
  public X25519Recipient recipient() {
    var key =
        secret.use(
            bytes -> new X25519PrivateKeyParameters(bytes, 0).generatePublicKey().getEncoded());
    try {
      return X25519Recipient.ofBytes(key);
    } catch (SealRefused impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** age's text form, {@code AGE-SECRET-KEY-1…}: the whole secret. */
  public String text() {
    return secret.use(bytes -> Bech32.encode(PREFIX, bytes)).toUpperCase(Locale.ROOT);
  }

  @Override
  public void close() {
    secret.close();
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "X25519Key";
  }
}
