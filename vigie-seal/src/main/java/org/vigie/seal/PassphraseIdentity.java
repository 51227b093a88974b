package org.vigie.seal;

import org.vigie.kernel.Secret;

/**
 * A passphrase to open a file with. Opening does the work the file asks for, up to {@link
 * #MAX_WORK_FACTOR}, so that a file cannot ask for a machine's whole memory.
 */
public final class PassphraseIdentity implements Identity {

  /** Base-2 logarithm of the largest scrypt N that is accepted: 1 GiB of memory. */
  public static final int MAX_WORK_FACTOR = 20;

  private final Secret passphrase;

  /** Opens with {@code passphrase}, taken as its bytes are; copied, the caller closes its own. */
  public PassphraseIdentity(Secret passphrase) {
    this.passphrase = passphrase.copy();
  }

  Secret passphrase() {
    return passphrase;
  }

  @Override
  public void close() {
    passphrase.close();
  }

  /** Never the passphrase. */
  @Override
  public String toString() {
    return "PassphraseIdentity";
  }
}
