package org.vigie.imports.whatsapp;

import java.nio.charset.StandardCharsets;

/** Characters that are not seen: direction marks, joiners of numbers, wide and narrow spaces. */
final class Marks {

  /** By its lowest six bits, the last byte of each mark and of each space but U+0020. */
  private static final long LAST = lastBytes();

  private Marks() {}

  private static long lastBytes() {
    var all =
        "\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u061C\uFEFF"
            + "\u00A0\u202F\u2009\u3000";
    return all.chars()
        .mapToObj(c -> Character.toString(c).getBytes(StandardCharsets.UTF_8))
        .mapToLong(bytes -> 1L << bytes[bytes.length - 1])
        .reduce(0, (a, b) -> a | b);
  }

  /**
   * The length of the invisible direction mark at {@code p}, or 0. Covers U+200E, U+200F, U+202A to
   * U+202E, U+2066 to U+2069, U+061C and the byte order mark.
   */
  static int mark(byte[] b, int p, int end) {
    if (p >= end || b[p] >= 0) {
      return 0;
    }
    var lead = b[p] & 0xFF;
    if (lead == 0xD8) {
      return p + 1 < end && b[p + 1] == (byte) 0x9C ? 2 : 0;
    }
    if (p + 2 >= end) {
      return 0;
    }
    var second = b[p + 1] & 0xFF;
    var third = b[p + 2] & 0xFF;
    var is =
        switch (lead) {
          case 0xE2 ->
              (second == 0x80
                      && (third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE)))
                  || (second == 0x81 && third >= 0xA6 && third <= 0xA9);
          case 0xEF -> second == 0xBB && third == 0xBF;
          default -> false;
        };
    return is ? 3 : 0;
  }

  /** The first position from {@code p} on without a mark. */
  static int skip(byte[] b, int p, int end) {
    var at = p;
    for (int n; (n = mark(b, at, end)) > 0; ) {
      at += n;
    }
    return at;
  }

  /** The length of the space at {@code p}: U+0020, U+00A0, U+202F, U+2009, U+3000; or 0. */
  static int space(byte[] b, int p, int end) {
    if (p >= end) {
      return 0;
    }
    if (b[p] == ' ') {
      return 1;
    }
    if (b[p] == (byte) 0xC2) {
      return p + 1 < end && b[p + 1] == (byte) 0xA0 ? 2 : 0;
    }
    if (p + 2 >= end) {
      return 0;
    }
    var wide =
        (b[p] == (byte) 0xE2
                && b[p + 1] == (byte) 0x80
                && (b[p + 2] == (byte) 0xAF || b[p + 2] == (byte) 0x89))
            || (b[p] == (byte) 0xE3 && b[p + 1] == (byte) 0x80 && b[p + 2] == (byte) 0x80);
    return wide ? 3 : 0;
  }

  /** The first position from {@code p} on without a mark or space. */
  static int skipBlank(byte[] b, int p, int end) {
    var at = p;
    while (true) {
      var n = mark(b, at, end) + space(b, at, end);
      if (n == 0) {
        return at;
      }
      at += n;
    }
  }

  /** The last position down to {@code from} before which there is no mark or space. */
  static int trimEnd(byte[] b, int from, int end) {
    var at = end;
    while (at > from && mayEnd(b[at - 1])) {
      var n = 0;
      for (var width = 1; width <= 3 && n == 0; width++) {
        var p = at - width;
        if (p >= from && mark(b, p, at) + space(b, p, at) == width) {
          n = width;
        }
      }
      if (n == 0) {
        return at;
      }
      at -= n;
    }
    return at;
  }

  /** Whether a mark or space may end in this byte; most characters end in none of these. */
  private static boolean mayEnd(byte last) {
    return last <= ' ' && (last == ' ' || (LAST >>> last & 1) != 0);
  }
}
