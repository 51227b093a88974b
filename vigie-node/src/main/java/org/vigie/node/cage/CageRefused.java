package org.vigie.node.cage;

import org.vigie.kernel.Refusal;

/**
 * A document that the cage could not finish. Keys: {@code cage.time}, {@code cage.memory}, {@code
 * cage.output}, {@code cage.failed}; {@code cage.busy} if it was never begun; {@code cage.shifted}
 * for a recording whose own times do not hold. The original is untouched.
 */
public final class CageRefused extends Refusal {

  /** The key of what was not begun, because others were before it. */
  public static final String BUSY = "cage.busy";

  private static final long serialVersionUID = 1L;

  CageRefused(String key, Object... details) {
    super(key, details);
  }

  /** What was refused with this key before, and is not tried again now. */
  public static CageRefused again(String key) {
    return new CageRefused(key);
  }

  /** Whether it says nothing about the document: it was not begun. */
  public boolean busy() {
    return key().equals(BUSY);
  }
}
