package org.vigie.imports.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * What stands before the body of an answer of a server (RFC 9112).
 *
 * @param status its first line
 * @param contentType as it says
 * @param chunked whether the body was sent in chunks
 * @param packed how the body is packed, in small letters; empty when it is not
 * @param end where the body begins
 */
record HttpHead(String status, String contentType, boolean chunked, String packed, int end) {

  /** Parses the beginning of an answer. */
  static HttpHead of(byte[] b) {
    var end = end(b);
    var text = new String(b, 0, end, StandardCharsets.ISO_8859_1);
    var lines = text.lines().toList();
    var header = new WarcHeader(lines.isEmpty() ? lines : lines.subList(1, lines.size()));
    var packed = header.field("content-encoding").toLowerCase(Locale.ROOT).strip();
    return new HttpHead(
        lines.isEmpty() ? "" : lines.getFirst().strip(),
        header.field("content-type"),
        header.field("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked"),
        packed.equals("identity") ? "" : packed,
        end);
  }

  /** The bytes after the head of {@code whole}, its chunks joined. */
  byte[] body(byte[] whole) {
    return chunked ? Chunks.joined(whole, end) : Arrays.copyOfRange(whole, end, whole.length);
  }

  private static int end(byte[] b) {
    for (var i = 0; i + 1 < b.length; i++) {
      if (b[i] == '\n' && (b[i + 1] == '\n' || (b[i + 1] == '\r' && i + 2 < b.length))) {
        return b[i + 1] == '\n' ? i + 2 : Math.min(b.length, i + 3);
      }
    }
    return b.length;
  }
}
