package org.vigie.node.link;

import org.vigie.kernel.Refusal;

/** Something about a link that cannot be had. */
public final class LinkRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private LinkRefused(String key) {
    super(key);
  }

  /** There is no such introduction, or this member is not in it: the same answer for both. */
  public static LinkRefused noIntroduction() {
    return new LinkRefused("casefile.not-found");
  }
}
