package org.vigie.evidence.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The bytes around the contents, by PKWARE's APPNOTE 6.3.10: stored entries, version 4.5 only where
 * ZIP64 is needed, the date 1980-01-01. Writer and reader share them, so that a byte out of place
 * is a byte that differs.
 */
final class ZipLayout {

  static final int LOCAL_LENGTH = 30;
  static final int CENTRAL_LENGTH = 46;
  static final int END_LENGTH = 22;
  static final int END64_LENGTH = 56 + 20;
  static final long MAX_32 = 0xffff_ffffL;
  static final int MAX_16 = 0xffff;

  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int CENTRAL_SIGNATURE = 0x02014b50;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END64_SIGNATURE = 0x06064b50;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final short VERSION = 10;
  private static final short VERSION_64 = 45;
  private static final short MADE_ON_UNIX = 3 << 8;
  private static final short FIRST_DAY = 1 << 5 | 1;
  private static final int REGULAR_FILE = 0100644;

  private ZipLayout() {}

  static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] bytes(ByteBuffer out) {
    var bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }

  static byte[] local(ZipEntry entry) {
    var name = entry.name().getBytes(US_ASCII);
    var large = entry.length() >= MAX_32;
    var out = buffer(LOCAL_LENGTH + name.length + (large ? 20 : 0));
    out.putInt(LOCAL_SIGNATURE).putShort(large ? VERSION_64 : VERSION);
    common(out, entry, name.length, large ? 20 : 0);
    out.put(name);
    if (large) {
      out.putShort((short) 1).putShort((short) 16);
      out.putLong(entry.length()).putLong(entry.length());
    }
    return bytes(out);
  }

  /** Flags, method, time, date, CRC, sizes and the two lengths: the same in both headers. */
  private static void common(ByteBuffer out, ZipEntry entry, int nameLength, int extraLength) {
    var size = (int) Math.min(entry.length(), MAX_32);
    out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort(FIRST_DAY);
    out.putInt((int) entry.crc()).putInt(size).putInt(size);
    out.putShort((short) nameLength).putShort((short) extraLength);
  }

  static byte[] central(ZipEntry entry, long offset) {
    var name = entry.name().getBytes(US_ASCII);
    var large = entry.length() >= MAX_32;
    var far = offset >= MAX_32;
    var extra = (large ? 16 : 0) + (far ? 8 : 0);
    var out = buffer(CENTRAL_LENGTH + name.length + (extra == 0 ? 0 : 4 + extra));
    var version = extra == 0 ? VERSION : VERSION_64;
    out.putInt(CENTRAL_SIGNATURE).putShort((short) (MADE_ON_UNIX | version)).putShort(version);
    common(out, entry, name.length, extra == 0 ? 0 : 4 + extra);
    out.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    out.putInt(REGULAR_FILE << 16).putInt((int) Math.min(offset, MAX_32));
    out.put(name);
    if (extra > 0) {
      out.putShort((short) 1).putShort((short) extra);
      if (large) {
        out.putLong(entry.length()).putLong(entry.length());
      }
      if (far) {
        out.putLong(offset);
      }
    }
    return bytes(out);
  }

  static boolean isLargeEnd(long count, long centralOffset, long centralLength) {
    return count >= MAX_16 || centralOffset >= MAX_32 || centralLength >= MAX_32;
  }

  static byte[] end(long count, long centralOffset, long centralLength) {
    var large = isLargeEnd(count, centralOffset, centralLength);
    var out = buffer(END_LENGTH + (large ? END64_LENGTH : 0));
    if (large) {
      out.putInt(END64_SIGNATURE).putLong(44);
      out.putShort((short) (MADE_ON_UNIX | VERSION_64)).putShort(VERSION_64);
      out.putInt(0).putInt(0).putLong(count).putLong(count);
      out.putLong(centralLength).putLong(centralOffset);
      out.putInt(LOCATOR_SIGNATURE).putInt(0).putLong(centralOffset + centralLength).putInt(1);
    }
    out.putInt(END_SIGNATURE).putShort((short) 0).putShort((short) 0);
    out.putShort((short) Math.min(count, MAX_16)).putShort((short) Math.min(count, MAX_16));
    out.putInt((int) Math.min(centralLength, MAX_32)).putInt((int) Math.min(centralOffset, MAX_32));
    return bytes(out.putShort((short) 0));
  }
}
