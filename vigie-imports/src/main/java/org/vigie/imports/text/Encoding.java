package org.vigie.imports.text;

import java.io.InputStream;

/** How the characters of a text are written. Decided by its first bytes. */
public enum Encoding {
  /** One to four bytes a character. */
  UTF_8,
  /** Two bytes a unit, low byte first. */
  UTF_16LE,
  /** Two bytes a unit, high byte first. */
  UTF_16BE;

  private static final int SAMPLE = 256;

  /** By a byte order mark, else by where the zero bytes are, else UTF-8. */
  public static Encoding of(byte[] head) {
    if (head.length >= 2) {
      if (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
        return UTF_16LE;
      }
      if (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
        return UTF_16BE;
      }
    }
    return ofZeros(head);
  }

  private static Encoding ofZeros(byte[] head) {
    var pairs = Math.min(head.length, SAMPLE) / 2;
    var even = 0;
    var odd = 0;
    for (var i = 0; i < pairs; i++) {
      even += head[2 * i] == 0 ? 1 : 0;
      odd += head[2 * i + 1] == 0 ? 1 : 0;
    }
    // Digits, spaces and punctuation of a head have a zero byte each, whatever the script.
    if (pairs >= 8 && even * 4 < odd && odd * 4 > pairs) {
      return UTF_16LE;
    }
    return pairs >= 8 && odd * 4 < even && even * 4 > pairs ? UTF_16BE : UTF_8;
  }

  /** The same text in UTF-8. */
  public InputStream toUtf8(InputStream in) {
    return this == UTF_8 ? in : new Utf16Input(in, this == UTF_16BE);
  }

  /** How many bytes of the source the UTF-8 bytes from {@code from} to {@code to} stand for. */
  public long sourceLength(byte[] utf8, int from, int to) {
    if (this == UTF_8) {
      return (long) to - from;
    }
    long units = 0;
    for (var i = from; i < to; i++) {
      var b = utf8[i] & 0xFF;
      // A continuation byte is none of its own; a four-byte character is two units.
      units += b < 0x80 || b >= 0xC0 ? 1 : 0;
      units += b >= 0xF0 ? 1 : 0;
    }
    return 2 * units;
  }
}
