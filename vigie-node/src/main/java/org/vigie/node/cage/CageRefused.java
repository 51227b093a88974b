package org.vigie.node.cage;

import org.vigie.kernel.Refusal;

/**
 * A document that the cage could not finish. Keys: {@code cage.time}, {@code cage.memory}, {@code
 * cage.output}, {@code cage.failed}. The original is untouched.
 */
public final class CageRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  CageRefused(String key, Object... details) {
    super(key, details);
  }
}
