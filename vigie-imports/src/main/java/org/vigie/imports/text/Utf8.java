package org.vigie.imports.text;

/** Characters as UTF-8, written in place. */
public final class Utf8 {

  private Utf8() {}

  /** Writes {@code c}, four bytes at most, at {@code at} and returns the place after it. */
  public static int put(byte[] out, int at, int c) {
    var p = at;
    if (c < 0x80) {
      out[p++] = (byte) c;
    } else if (c < 0x800) {
      out[p++] = (byte) (0xC0 | (c >> 6));
      out[p++] = last(c);
    } else if (c < 0x10000) {
      out[p++] = (byte) (0xE0 | (c >> 12));
      out[p++] = last(c >> 6);
      out[p++] = last(c);
    } else {
      out[p++] = (byte) (0xF0 | (c >> 18));
      out[p++] = last(c >> 12);
      out[p++] = last(c >> 6);
      out[p++] = last(c);
    }
    return p;
  }

  private static byte last(int c) {
    return (byte) (0x80 | (c & 0x3F));
  }
}
