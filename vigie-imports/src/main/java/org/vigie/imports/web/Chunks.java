package org.vigie.imports.web;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Bodies sent in chunks (RFC 9112, section 7.1). */
final class Chunks {

  private static final int MOST_DIGITS = 7;

  private Chunks() {}

  /** The chunks from {@code from} on put together; the bytes as they are where they are none. */
  static byte[] joined(byte[] b, int from) {
    var out = new ByteArrayOutputStream();
    var at = from;
    while (at < b.length) {
      var size = 0;
      var start = at;
      while (at < b.length && at - start < MOST_DIGITS && Character.digit(b[at], 16) >= 0) {
        size = size * 16 + Character.digit(b[at++], 16);
      }
      if (at == start) {
        // No chunk: some programs join them and leave the header as it was.
        return out.size() == 0 ? Arrays.copyOfRange(b, from, b.length) : out.toByteArray();
      }
      while (at < b.length && b[at] != '\n') {
        at++;
      }
      at++;
      if (size == 0 || at >= b.length) {
        break;
      }
      var n = Math.min(size, b.length - at);
      out.write(b, at, n);
      at += n;
      while (at < b.length && (b[at] == '\r' || b[at] == '\n')) {
        at++;
      }
    }
    return out.toByteArray();
  }
}
