package org.vigie.node.cage;

/** A reader that a document made run for ever. */
final class CageHang {

  private static volatile long turns;

  private CageHang() {}

  /** Never ends. */
  public static void main(String[] args) {
    while (turns >= 0) {
      turns = turns + 1 & Long.MAX_VALUE;
    }
  }
}
