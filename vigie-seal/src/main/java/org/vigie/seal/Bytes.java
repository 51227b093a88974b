package org.vigie.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Putting byte strings together so that no two lists of parts give the same bytes. */
final class Bytes {

  private Bytes() {}

  /** The parts one after the other. */
  static byte[] join(byte[]... parts) {
    var length = 0;
    for (var part : parts) {
      length = Math.addExact(length, part.length);
    }
    var joined = ByteBuffer.allocate(length);
    for (var part : parts) {
      joined.put(part);
    }
    return joined.array();
  }

  /** UTF-8. */
  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Four bytes, highest first. */
  static byte[] of(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  /** Each part behind its length in four bytes. */
  static byte[] framed(byte[]... parts) {
    var framed = new byte[2 * parts.length][];
    for (var i = 0; i < parts.length; i++) {
      framed[2 * i] = of(parts[i].length);
      framed[2 * i + 1] = parts[i];
    }
    return join(framed);
  }
}
