package org.vigie.ledger;

import org.vigie.kernel.Refusal;

/**
 * A note, proof, key or time-stamp that is not one, or does not hold. Its key names what failed;
 * nothing of the content is repeated.
 */
public final class LedgerRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  /**
   * Makes a refusal.
   *
   * @param key message key under {@code ledger.}
   * @param details numbers for the sentence, in order
   */
  public LedgerRefused(String key, Object... details) {
    super(key, details);
  }
}
