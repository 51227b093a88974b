package org.vigie.seal;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.jspecify.annotations.Nullable;

/** age's stanza {@code mlkem768x25519}: HPKE base mode over X-Wing (C2SP age.md, RFC 9180). */
final class XWing {

  static final String TYPE = "mlkem768x25519";

  private static final byte[] INFO =
      "age-encryption.org/mlkem768x25519".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NOTHING = {};
  private static final int ENCAPSULATION = 1120;
  private static final int BODY = 32;

  private XWing() {}

  static HybridRecipient recipient(byte[] seed) {
    var hpke = hpke();
    try {
      return HybridRecipient.ofBytes(
          hpke.serializePublicKey(hpke.deserializePrivateKey(seed.clone(), null).getPublic()));
    } catch (SealRefused impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static boolean isPublicKey(byte[] key) {
    try {
      return hpke().deserializePublicKey(key) != null;
    } catch (RuntimeException malformed) {
      return false;
    }
  }

  static RecipientStanza wrap(HybridRecipient recipient, FileKey fileKey) {
    var hpke = hpke();
    try {
      var sealed =
          hpke.seal(
              hpke.deserializePublicKey(recipient.bytes()),
              INFO,
              NOTHING,
              fileKey.getEncoded(),
              null,
              null,
              null);
      var share = Base64.getEncoder().withoutPadding().encodeToString(sealed[1]);
      return new Stanza(TYPE, List.of(share), sealed[0]);
    } catch (InvalidCipherTextException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The file key in {@code stanza}, or null if it is sealed to another key.
   *
   * @throws SealRefused {@code seal.malformed} if the stanza has a wrong shape
   */
  static @Nullable FileKey unwrap(HybridKey key, RecipientStanza stanza) throws SealRefused {
    var share = Stanza.onlyArgument(stanza, ENCAPSULATION);
    // age's text asks for this before opening: a longer body would allow partitioning oracles.
    if (stanza.getBody().length != BODY) {
      throw SealRefused.malformed();
    }
    try (var seed = key.seed()) {
      return seed.use(bytes -> open(bytes, share, stanza.getBody())).orElse(null);
    }
  }

  private static Optional<FileKey> open(byte[] seed, byte[] share, byte[] body) {
    try {
      var hpke = hpke();
      var pair = hpke.deserializePrivateKey(seed.clone(), null);
      return Optional.of(
          new FileKey(hpke.open(share, pair, INFO, NOTHING, body, null, null, null)));
    } catch (InvalidCipherTextException | RuntimeException notOurs) {
      // Bouncy Castle answers shares it cannot decapsulate with several unchecked exceptions.
      return Optional.empty();
    }
  }

  private static HPKE hpke() {
    return new HPKE(
        HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
  }
}
