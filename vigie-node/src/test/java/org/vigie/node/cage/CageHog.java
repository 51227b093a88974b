package org.vigie.node.cage;

import org.jspecify.annotations.Nullable;

/** A reader that a document made use all memory. */
final class CageHog {

  private static volatile Object @Nullable [] kept;

  private CageHog() {}

  /** Takes memory until there is none. */
  public static void main(String[] args) {
    var size = 1 << 20;
    while (size > 0) {
      kept = new Object[] {kept, new byte[size]};
    }
  }
}
