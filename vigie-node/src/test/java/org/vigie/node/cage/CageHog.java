package org.vigie.node.cage;

import java.util.ArrayList;

/** A reader that a document made use all memory. */
final class CageHog {

  private CageHog() {}

  /** Takes memory until there is none. */
  public static void main(String[] args) {
    var all = new ArrayList<byte[]>();
    while (true) {
      all.add(new byte[1 << 20]);
    }
  }
}
