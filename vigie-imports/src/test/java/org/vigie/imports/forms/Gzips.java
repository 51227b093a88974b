package org.vigie.imports.forms;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;

/** Gzip files (RFC 1952) of stored blocks: the same bytes whatever library is installed. */
public final class Gzips {

  private static final int MOST = 0xFFFF;
  private static final byte[] HEAD = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF};

  private Gzips() {}

  /** One file of one piece. */
  public static byte[] stored(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(HEAD);
    var at = 0;
    do {
      var length = Math.min(MOST, bytes.length - at);
      out.write(at + length == bytes.length ? 1 : 0);
      number(out, length, 2);
      number(out, ~length, 2);
      out.write(bytes, at, length);
      at += length;
    } while (at < bytes.length);
    var crc = new CRC32();
    crc.update(bytes);
    number(out, crc.getValue(), 4);
    number(out, bytes.length, 4);
    return out.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, long value, int bytes) {
    for (var i = 0; i < bytes; i++) {
      out.write((int) (value >> (8 * i)));
    }
  }
}
