package org.vigie.seal;

/** Whom an age file is sealed to. */
public sealed interface Recipient permits HybridRecipient, X25519Recipient, PassphraseRecipient {

  /**
   * Reads age's text form, {@code age1pq1…} or {@code age1…}; spaces around it do not matter.
   *
   * @throws SealRefused {@code seal.malformed} if it is neither
   */
  static Recipient parse(String text) throws SealRefused {
    var stripped = text.strip();
    return stripped.startsWith(HybridRecipient.PREFIX + "1")
        ? HybridRecipient.parse(stripped)
        : X25519Recipient.parse(stripped);
  }

  /** age's text form; a passphrase has none and answers {@code passphrase}. */
  String text();
}
