package org.vigie.seal;

import org.vigie.kernel.Secret;

/**
 * Whoever knows a passphrase (age's scrypt stanza, N = 2^18). Protects as well as the passphrase is
 * long and random; a file sealed to it is sealed to nobody else.
 */
public final class PassphraseRecipient implements Recipient {

  /** Base-2 logarithm of scrypt's N in files we write: about a second and 256 MiB. */
  public static final int WORK_FACTOR = 18;

  private final Secret passphrase;
  private final int workFactor;

  /**
   * Seals to {@code passphrase}, taken as its bytes are: UTF-8, as the {@code age} tool will want
   * it typed. The caller keeps it and closes it.
   */
  public PassphraseRecipient(Secret passphrase) {
    this(passphrase, WORK_FACTOR);
  }

  PassphraseRecipient(Secret passphrase, int workFactor) {
    this.passphrase = passphrase;
    this.workFactor = workFactor;
  }

  Secret passphrase() {
    return passphrase;
  }

  int workFactor() {
    return workFactor;
  }

  @Override
  public String text() {
    return "passphrase";
  }

  @Override
  public String toString() {
    return text();
  }
}
