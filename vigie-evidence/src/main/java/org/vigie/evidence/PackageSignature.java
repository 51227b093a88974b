package org.vigie.evidence;

import org.vigie.ledger.Hash;

/** The text signed over a whole package. Two lines, so that it never reads as a checkpoint. */
final class PackageSignature {

  private PackageSignature() {}

  static String text(String name, Hash sums) {
    return "vigie-evidence@1 " + name + "\n" + sums + "\n";
  }
}
