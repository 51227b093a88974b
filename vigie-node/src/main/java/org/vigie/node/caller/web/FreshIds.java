package org.vigie.node.caller.web;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Identifiers of records within a case: random, so that they tell nothing. */
record FreshIds(SecureRandom random) {

  String next() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
