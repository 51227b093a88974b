package org.vigie.node.leak;

import org.vigie.kernel.Refusal;

/** Something between two that cannot be had. */
public final class LeakRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private LeakRefused(String key) {
    super(key);
  }

  /** There is nothing of the kind, or this member is not one of the two: the same for both. */
  public static LeakRefused notFound() {
    return new LeakRefused("casefile.not-found");
  }

  /** Between two there are two: another register of the same case is there already. */
  public static LeakRefused begun() {
    return new LeakRefused("leak.begun.conflict");
  }
}
