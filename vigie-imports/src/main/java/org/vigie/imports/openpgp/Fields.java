package org.vigie.imports.openpgp;

import java.util.Arrays;

/** Walks over the fields of a packet; zeros beyond its end. */
final class Fields {

  private final byte[] b;
  private int at;

  Fields(byte[] b) {
    this.b = b;
  }

  int at() {
    return at;
  }

  boolean more() {
    return at < b.length;
  }

  int u8() {
    return at < b.length ? b[at++] & 0xFF : 0;
  }

  int u16() {
    return u8() << 8 | u8();
  }

  long u32() {
    return (long) u16() << 16 | u16();
  }

  /** So many bytes, fewer at the end. */
  byte[] bytes(int count) {
    var end = Math.clamp((long) at + count, at, b.length);
    var piece = Arrays.copyOfRange(b, at, end);
    at = end;
    return piece;
  }

  /** A number with the count of its bits before it (RFC 9580, section 3.2). */
  byte[] mpi() {
    return bytes((u16() + 7) / 8);
  }

  byte[] first(int count) {
    return Arrays.copyOf(b, Math.min(count, b.length));
  }

  byte[] all() {
    return b.clone();
  }
}
