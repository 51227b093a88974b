package org.vigie.imports.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Bytes in base64 (RFC 2045, section 6.8), read kindly: what is no digit is passed over. */
public final class Base64Bytes {

  private static final int BITS = 6;

  private Base64Bytes() {}

  /** Writes what {@code in} stands for; it ends at the first sign of padding. */
  public static void decode(InputStream in, OutputStream out) throws IOException {
    var bits = 0;
    var count = 0;
    for (var c = in.read(); c >= 0 && c != '='; c = in.read()) {
      var value = digit(c);
      if (value < 0) {
        continue;
      }
      bits = bits << BITS | value;
      count += BITS;
      if (count >= Byte.SIZE) {
        count -= Byte.SIZE;
        out.write(bits >> count);
        bits &= (1 << count) - 1;
      }
    }
  }

  private static int digit(int c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    } else if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    } else if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == '+' ? 62 : c == '/' ? 63 : -1;
  }
}
