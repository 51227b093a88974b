package org.vigie.seal;

import java.io.IOException;

/**
 * How a stream says that the sealed file under it is refused: {@link SealRefused} in the form that
 * {@link java.io.InputStream#read()} can throw. What was read from the stream before is not to be
 * shown, parsed or kept.
 */
public final class BrokenSealException extends IOException {

  private static final long serialVersionUID = 1L;

  private final SealRefused refusal;

  BrokenSealException(SealRefused refusal) {
    super(refusal.key());
    this.refusal = refusal;
  }

  /** Why. */
  public SealRefused refusal() {
    return refusal;
  }
}
