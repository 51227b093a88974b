package org.vigie.imports.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, for the loops that every byte of an export passes. */
public final class EightBytes {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long ZEROS = '0' * ONES;
  private static final long SIXES = 6 * ONES;
  private static final long UPPER = 0xF0F0F0F0F0F0F0F0L;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private EightBytes() {}

  /** Where {@code wanted}, which is ASCII, stands first from {@code from} on; else {@code to}. */
  public static int indexOf(byte[] b, int from, int to, char wanted) {
    var at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      // A byte that is nought borrows from its high bit; the lowest such bit is never mistaken.
      var x = (long) LONGS.get(b, at) ^ wanted * ONES;
      var found = (x - ONES) & ~x & HIGH;
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >> 3);
      }
    }
    while (at < to && b[at] != wanted) {
      at++;
    }
    return at;
  }

  /** The eight bytes from {@code from} on, the first of them lowest. */
  public static long at(byte[] b, int from) {
    return (long) LONGS.get(b, from);
  }

  /**
   * Whether eight bytes are digits of ASCII where {@code digits} is set, and {@code literal}
   * elsewhere, which is nought where they are.
   */
  public static boolean agree(long bytes, long literal, long digits) {
    var ofDigits = bytes & digits;
    var zeros = ZEROS & digits;
    // Six more carry what is above 9 into the upper half; what is too low shows without.
    return (bytes & ~digits) == literal
        && (ofDigits & UPPER) == zeros
        && ((ofDigits + (SIXES & digits)) & UPPER) == zeros;
  }

  /** A hash of the bytes from {@code from} to {@code to}; not one that withstands an attack. */
  public static int hash(byte[] b, int from, int to) {
    var hash = (long) (to - from);
    var at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      hash = Long.rotateLeft((hash ^ (long) LONGS.get(b, at)) * MIX, 29);
    }
    for (; at < to; at++) {
      hash = (hash ^ b[at]) * MIX;
    }
    return (int) (hash ^ hash >>> 32);
  }
}
