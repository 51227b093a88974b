package org.vigie.ledger;

import java.util.Base64;

/** Base 64 with exactly one accepted spelling, so that no signed file has a second form. */
final class StrictBase64 {

  private StrictBase64() {}

  static byte[] decode(String text, String refusal) throws LedgerRefused {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new LedgerRefused(refusal);
    }
    if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw new LedgerRefused(refusal);
    }
    return bytes;
  }
}
