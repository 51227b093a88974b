package org.vigie.matching.share;

import java.util.HexFormat;

/**
 * On whose account and for which approved incident something is asked: digests that the asking
 * house makes with a key of its own, so that the share host can count and cannot tell who it is.
 *
 * @param account 64 hexadecimal digits
 * @param incident 64 hexadecimal digits; what was approved, as approved
 */
public record ShareAsk(String account, String incident) {

  static final int LENGTH = 64;

  /** Checks the form. */
  public ShareAsk {
    if (!account.matches("[0-9a-f]{64}") || !incident.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not two digests");
    }
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(account + incident);
  }
}
