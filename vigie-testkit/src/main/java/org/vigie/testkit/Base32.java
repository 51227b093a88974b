package org.vigie.testkit;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Reads base 32 (RFC 4648 section 6) as an authenticator app does when somebody types a secret. */
public final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  /** The bytes of {@code text}; gaps, case and padding do not matter. */
  public static byte[] decode(String text) {
    var out = new ByteArrayOutputStream();
    var bits = 0;
    var count = 0;
    for (var letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
      var value = ALPHABET.indexOf(letter);
      if (value >= 0) {
        bits = bits << 5 | value;
        count += 5;
        if (count >= 8) {
          count -= 8;
          out.write(bits >> count & 0xff);
        }
      }
    }
    return out.toByteArray();
  }
}
