package org.vigie.evidence.redaction;

import org.vigie.kernel.Refusal;

/** A copy cannot be made: {@code redaction.sound-unreadable}, {@code redaction.span-outside}. */
public final class RedactionRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  /** Makes a refusal; {@code details} are limits, never anything personal. */
  public RedactionRefused(String key, Object... details) {
    super(key, details);
  }
}
