package org.vigie.seal;

import org.vigie.kernel.Refusal;

/**
 * A sealed thing that will not be opened, or text that is no key, share or passphrase. The one
 * error type for hostile input: whatever the bytes are, nothing else comes out. Says what is wrong
 * and never what was read.
 */
public final class SealRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  SealRefused(String key, Object... details) {
    super(key, details);
  }

  /** Not in the form it claims to be. */
  static SealRefused malformed() {
    return new SealRefused("seal.malformed");
  }

  /** Ends before its last part. */
  static SealRefused truncated() {
    return new SealRefused("seal.truncated");
  }

  /** Changed, extended or put together from several. */
  static SealRefused tampered() {
    return new SealRefused("seal.tampered");
  }

  /** Sealed to somebody else. */
  static SealRefused notForYou() {
    return new SealRefused("seal.not-for-you");
  }

  /** Sealed with another passphrase. */
  static SealRefused wrongPassphrase() {
    return new SealRefused("seal.wrong-passphrase");
  }
}
