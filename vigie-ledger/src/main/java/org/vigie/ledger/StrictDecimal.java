package org.vigie.ledger;

/** Decimals of C2SP files: ASCII digits, no leading zero, at most 2^63 - 1. */
final class StrictDecimal {

  private StrictDecimal() {}

  static long parse(String text, String refusal) throws LedgerRefused {
    if (!text.matches("0|[1-9][0-9]{0,18}")) {
      throw new LedgerRefused(refusal);
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new LedgerRefused(refusal);
    }
  }
}
