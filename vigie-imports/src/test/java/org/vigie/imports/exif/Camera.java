package org.vigie.imports.exif;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the block that a camera writes into its pictures. */
final class Camera {

  private Camera() {}

  /** Maker, model, moment, a position and a small copy. */
  static byte[] block(ByteOrder order) {
    var b = ByteBuffer.allocate(400).order(order);
    b.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
    b.putShort((short) 42).putInt(8);
    b.putShort((short) 4);
    text(b, 0x010F, "Nobody", 200);
    text(b, 0x0110, "One", 210);
    number(b, 0x8769, 100);
    number(b, 0x8825, 130);
    b.putInt(180); // the directory of the small copy
    b.position(100).putShort((short) 1);
    text(b, 0x9003, "2026:02:03 10:15:00", 220);
    b.position(130).putShort((short) 4);
    b.putShort((short) 1).putShort((short) 2).putInt(2).put((byte) 'N').put(new byte[3]);
    b.putShort((short) 2).putShort((short) 5).putInt(3).putInt(250);
    b.putShort((short) 3).putShort((short) 2).putInt(2).put((byte) 'E').put(new byte[3]);
    b.putShort((short) 4).putShort((short) 5).putInt(3).putInt(280);
    b.position(180).putShort((short) 1);
    number(b, 0x0201, 300);
    b.position(250).putInt(48).putInt(1).putInt(30).putInt(1).putInt(0).putInt(1);
    b.position(280).putInt(2).putInt(1).putInt(15).putInt(1).putInt(36).putInt(1);
    return b.array();
  }

  private static void number(ByteBuffer b, int tag, int value) {
    b.putShort((short) tag).putShort((short) 4).putInt(1).putInt(value);
  }

  private static void text(ByteBuffer b, int tag, String text, int at) {
    var bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    b.putShort((short) tag).putShort((short) 2).putInt(bytes.length);
    if (bytes.length <= 4) {
      b.put(java.util.Arrays.copyOf(bytes, 4));
    } else {
      b.putInt(at);
      b.put(at, bytes);
    }
  }

  static byte[] jpeg(byte[] block) {
    var b = ByteBuffer.allocate(2 + 10 + block.length + 4);
    b.putShort((short) 0xFFD8).putShort((short) 0xFFE1).putShort((short) (8 + block.length));
    b.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(block);
    return b.putShort((short) 0xFFDA).putShort((short) 0xFFD9).array();
  }
}
