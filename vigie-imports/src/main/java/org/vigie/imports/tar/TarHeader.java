package org.vigie.imports.tar;

import java.nio.charset.StandardCharsets;

/** The 512 bytes before a file in a tar file. */
final class TarHeader {

  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE = 12;
  private static final int SUM_AT = 148;
  private static final int SUM = 8;
  private static final int TYPE_AT = 156;
  private static final int MAGIC_AT = 257;
  private static final int PREFIX_AT = 345;
  private static final int PREFIX = 155;

  private final byte[] b;

  /** The first 512 bytes of {@code b}. */
  TarHeader(byte[] b) {
    this.b = b;
  }

  /** Whether it is the end of the file. */
  boolean isEmpty() {
    for (var i = 0; i < BLOCK; i++) {
      if (b[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether its checksum holds and it names something. */
  boolean isValid() {
    var sum = 0L;
    for (var i = 0; i < BLOCK; i++) {
      sum += i >= SUM_AT && i < SUM_AT + SUM ? ' ' : b[i] & 0xFF;
    }
    return b[0] != 0 && sum == octal(SUM_AT, SUM);
  }

  /** Bytes of its file; negative when that cannot be. */
  long size() {
    if ((b[SIZE_AT] & 0x80) == 0) {
      return octal(SIZE_AT, SIZE);
    }
    // GNU tar writes what is too long for digits as a number of 95 bits; 63 do.
    var size = b[SIZE_AT] & 0x7FL;
    for (var i = 1; i < SIZE; i++) {
      if (size >> 55 != 0) {
        return -1;
      }
      size = (size << 8) | (b[SIZE_AT + i] & 0xFF);
    }
    return size;
  }

  char type() {
    return (char) (b[TYPE_AT] & 0xFF);
  }

  String name() {
    var name = text(0, NAME);
    var ustar = text(MAGIC_AT, 6).equals("ustar");
    var prefix = ustar ? text(PREFIX_AT, PREFIX) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private String text(int at, int longest) {
    var end = at;
    while (end < at + longest && b[end] != 0) {
      end++;
    }
    return new String(b, at, end - at, StandardCharsets.UTF_8);
  }

  private long octal(int at, int digits) {
    var value = 0L;
    var seen = false;
    for (var i = at; i < at + digits; i++) {
      if (b[i] >= '0' && b[i] <= '7') {
        value = value * 8 + b[i] - '0';
        seen = true;
      } else if (seen && (b[i] == ' ' || b[i] == 0)) {
        return value;
      } else if (b[i] != ' ') {
        return seen || b[i] != 0 ? -1 : 0;
      }
    }
    return value;
  }
}
