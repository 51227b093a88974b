package org.vigie.kernel;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The one shape of our random identifiers: 16 bytes, spelled as 32 lower-case hex digits. */
final class RandomBits {

  private static final int BYTES = 16;

  private RandomBits() {}

  static String hex(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  static void requireHex(String value) {
    if (value.length() != 2 * BYTES) {
      throw new IllegalArgumentException("an identifier has 32 hexadecimal digits");
    }
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        throw new IllegalArgumentException("an identifier has 32 hexadecimal digits");
      }
    }
  }
}
