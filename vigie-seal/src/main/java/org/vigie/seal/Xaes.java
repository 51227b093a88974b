package org.vigie.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.XAesGcmKey;
import com.google.crypto.tink.aead.XAesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Secret;

/** XAES-256-GCM through Tink: random 24-byte nonce, ciphertext, 16-byte tag, and nothing else. */
final class Xaes implements AutoCloseable {

  static final int OVERHEAD = 40;

  private static final int SALT = 12;

  static {
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException missingAlgorithm) {
      throw new ExceptionInInitializerError(missingAlgorithm);
    }
  }

  private volatile @Nullable Aead aead;

  Xaes(Secret key) {
    aead = key.use(Xaes::aead);
  }

  byte[] seal(byte[] plain, byte[] context) {
    try {
      return requireOpen().encrypt(plain, context);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Optional<byte[]> open(byte[] sealed, byte[] context) {
    try {
      return Optional.of(requireOpen().decrypt(sealed, context));
    } catch (GeneralSecurityException refused) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    aead = null;
  }

  private Aead requireOpen() {
    var open = aead;
    if (open == null) {
      throw new IllegalStateException("this key is closed");
    }
    return open;
  }

  @AccessesPartialKey
  private static Aead aead(byte[] key) {
    try {
      var parameters = XAesGcmParameters.create(XAesGcmParameters.Variant.NO_PREFIX, SALT);
      var bytes = SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
      return KeysetHandle.newBuilder()
          .addEntry(
              KeysetHandle.importKey(XAesGcmKey.create(parameters, bytes, null))
                  .withRandomId()
                  .makePrimary())
          .build()
          .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException missingAlgorithm) {
      throw new IllegalStateException(missingAlgorithm);
    }
  }
}
