package org.vigie.matching.share;

import org.jspecify.annotations.Nullable;
import org.vigie.seal.OprfElement;

/**
 * Where a share host stands.
 *
 * @param epoch of its key; 0 while it has none
 * @param publicKey what its proofs are checked against; null while it has none
 * @param factor public side of the number that leads from the key before to this one; null unless
 *     it is changing
 * @param evaluated elements answered with this key, ever
 */
public record ShareStatus(
    int epoch, @Nullable OprfElement publicKey, @Nullable OprfElement factor, long evaluated) {

  /** Whether it still knows how to bring tokens of the key before to this one. */
  public boolean changing() {
    return factor != null;
  }
}
