package org.vigie.node.shell;

import java.io.IOException;

/** Carries an {@link UploadRefused} through code that reads a stream. */
public final class UploadCut extends IOException {

  private static final long serialVersionUID = 1L;

  private final UploadRefused refusal;

  UploadCut(UploadRefused refusal) {
    super(refusal.key());
    this.refusal = refusal;
  }

  /** Why. */
  public UploadRefused refusal() {
    return refusal;
  }
}
