package org.vigie.node.casefile;

import org.vigie.kernel.Refusal;

/** Something about a case that cannot be had. */
public final class CaseRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private CaseRefused(String key) {
    super(key);
  }

  /**
   * There is no such case, or this member holds no grant of it: the same answer for both (S-33).
   */
  public static CaseRefused notFound() {
    return new CaseRefused("casefile.not-found");
  }

  /** No such item in this case. */
  public static CaseRefused noItem() {
    return new CaseRefused("casefile.item.not-found");
  }
}
