package org.vigie.imports.audio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.vigie.imports.Source;

/** Some bytes of a file and where they lie in it. Reads zeros beyond them. */
final class Bytes {

  private static final int PIECE = 64 * 1024;

  private final byte[] b;
  private final long at;

  private Bytes(byte[] b, long at) {
    this.b = b;
    this.at = at;
  }

  /** These bytes, wherever they lie. */
  static Bytes of(byte[] bytes) {
    return new Bytes(bytes, 0);
  }

  /** 64 KiB from a place on, fewer at the end. */
  static Bytes of(Source source, long from) throws IOException {
    return of(source, from, PIECE);
  }

  /** {@code most} bytes from a place on, fewer at the end. */
  static Bytes of(Source source, long from, int most) throws IOException {
    var start = Math.clamp(from, 0, source.length());
    try (var in = source.open(start)) {
      return new Bytes(in.readNBytes(most), start);
    }
  }

  /** The last 64 KiB. */
  static Bytes tail(Source source) throws IOException {
    return of(source, source.length() - PIECE);
  }

  /** How many there are. */
  int length() {
    return b.length;
  }

  /** Where they lie. */
  long at() {
    return at;
  }

  int u8(int i) {
    return i >= 0 && i < b.length ? b[i] & 0xFF : 0;
  }

  /** Low byte first. */
  int le16(int i) {
    return u8(i) | (u8(i + 1) << 8);
  }

  /** Low byte first. */
  long le32(int i) {
    return le16(i) | ((long) le16(i + 2) << 16);
  }

  /** High byte first. */
  int be16(int i) {
    return (u8(i) << 8) | u8(i + 1);
  }

  /** High byte first. */
  long be32(int i) {
    return ((long) be16(i) << 16) | be16(i + 2);
  }

  /** High byte first. */
  long be64(int i) {
    return (be32(i) << 32) | be32(i + 4);
  }

  /** Whether these letters stand there. */
  boolean is(int i, String ascii) {
    if (i < 0 || i + ascii.length() > b.length) {
      return false;
    }
    for (var k = 0; k < ascii.length(); k++) {
      if (b[i + k] != ascii.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /** Letters, up to a zero byte; others than printable ones of ASCII are left out. */
  String text(int i, int longest) {
    var end = Math.min(b.length, i + longest);
    var text = new StringBuilder();
    for (var k = Math.max(0, i); k < end && b[k] != 0; k++) {
      if (b[k] >= ' ' && b[k] < 0x7F) {
        text.append((char) b[k]);
      }
    }
    return text.toString().strip();
  }

  /** Where letters stand first; -1 when they do not. */
  int find(String ascii) {
    return new String(b, StandardCharsets.ISO_8859_1).indexOf(ascii);
  }
}
