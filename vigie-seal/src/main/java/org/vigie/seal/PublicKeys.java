package org.vigie.seal;

import java.util.Arrays;
import java.util.List;
import org.vigie.kernel.Language;

/**
 * What others need of a member: whom to seal to and whose signatures to check. Tells nothing about
 * the person; whether the keys are the person's, only the fingerprint read aloud tells.
 *
 * @param recipient whom to seal to
 * @param verifier whose signatures to check
 */
public record PublicKeys(HybridRecipient recipient, VerifyingKey verifier) {

  /** Length of {@link #encoded()}. */
  public static final int LENGTH = HybridRecipient.LENGTH + VerifyingKey.LENGTH;

  private static final String LABEL = "vigie/v1/fingerprint";
  private static final int WORDS = 6;

  /** Both keys, {@link #LENGTH} bytes. */
  public byte[] encoded() {
    return Bytes.join(recipient.bytes(), verifier.bytes());
  }

  /**
   * Reads {@link #encoded}.
   *
   * @throws SealRefused {@code seal.malformed} if it is anything else
   */
  public static PublicKeys parse(byte[] encoded) throws SealRefused {
    if (encoded.length != LENGTH) {
      throw SealRefused.malformed();
    }
    return new PublicKeys(
        HybridRecipient.ofBytes(Arrays.copyOf(encoded, HybridRecipient.LENGTH)),
        VerifyingKey.ofBytes(Arrays.copyOfRange(encoded, HybridRecipient.LENGTH, LENGTH)));
  }

  /** SHA-256 over both keys, 32 bytes. */
  public byte[] fingerprint() {
    return Digests.sha256(Bytes.framed(Bytes.of(LABEL), encoded()));
  }

  /**
   * Six words to compare by voice: the first 66 bits of the fingerprint. Both sides must ask for
   * the same language.
   */
  public List<String> fingerprintWords(Language language) {
    return WordList.of(language).spell(fingerprint(), WORDS);
  }
}
