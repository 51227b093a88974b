package org.vigie.seal;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Secret;

/** age's passphrase stanza (C2SP age.md, "The scrypt recipient type"). */
final class Scrypt {

  static final String TYPE = "scrypt";

  private static final byte[] LABEL =
      "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT = 16;
  private static final int BODY = 32;

  private Scrypt() {}

  static RecipientStanza wrap(PassphraseRecipient recipient, FileKey fileKey)
      throws GeneralSecurityException {
    var salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    var key = stretch(recipient.passphrase(), salt, recipient.workFactor());
    var body = cipher(Cipher.ENCRYPT_MODE, key).doFinal(fileKey.getEncoded());
    var saltText = Base64.getEncoder().withoutPadding().encodeToString(salt);
    return new Stanza(TYPE, List.of(saltText, Integer.toString(recipient.workFactor())), body);
  }

  /**
   * The file key in {@code stanza}, or null if the passphrase is another one.
   *
   * @throws SealRefused {@code seal.malformed}, or {@code seal.too-much-work} with the largest work
   *     factor accepted
   */
  static @Nullable FileKey unwrap(PassphraseIdentity identity, RecipientStanza stanza)
      throws SealRefused, GeneralSecurityException {
    var arguments = stanza.getArguments();
    if (arguments.size() != 2
        || !arguments.get(1).matches("[1-9][0-9]?")
        || stanza.getBody().length != BODY) {
      throw SealRefused.malformed();
    }
    var salt = Stanza.canonical(arguments.get(0), SALT);
    var workFactor = Integer.parseInt(arguments.get(1));
    if (workFactor > PassphraseIdentity.MAX_WORK_FACTOR) {
      throw new SealRefused("seal.too-much-work", PassphraseIdentity.MAX_WORK_FACTOR);
    }
    var key = stretch(identity.passphrase(), salt, workFactor);
    try {
      return new FileKey(cipher(Cipher.DECRYPT_MODE, key).doFinal(stanza.getBody()));
    } catch (AEADBadTagException otherPassphrase) {
      return null;
    }
  }

  private static SecretKeySpec stretch(Secret passphrase, byte[] salt, int workFactor) {
    var salted = Bytes.join(LABEL, salt);
    return passphrase.use(bytes ->
        new SecretKeySpec(SCrypt.generate(bytes, salted, 1 << workFactor, 8, 1, 32), "ChaCha20"));
  }

  private static Cipher cipher(int mode, SecretKeySpec key) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("ChaCha20-Poly1305");
    // The key is used once, so the nonce is zero (age.md).
    cipher.init(mode, key, new IvParameterSpec(new byte[12]));
    return cipher;
  }
}
