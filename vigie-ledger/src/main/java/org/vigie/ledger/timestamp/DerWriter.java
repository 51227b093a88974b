package org.vigie.ledger.timestamp;

import java.io.ByteArrayOutputStream;

/** Writes the few DER values a request is made of. */
final class DerWriter {

  private DerWriter() {}

  static byte[] value(int tag, byte[]... contents) {
    var content = new ByteArrayOutputStream();
    for (var part : contents) {
      content.writeBytes(part);
    }
    if (content.size() > 0x7f) {
      throw new IllegalArgumentException("A request is shorter than 128 bytes");
    }
    var out = new ByteArrayOutputStream();
    out.write(tag);
    out.write(content.size());
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
