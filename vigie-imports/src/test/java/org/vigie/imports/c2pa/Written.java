package org.vigie.imports.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes CBOR and JUMBF. */
final class Written {

  private Written() {}

  static byte[] cbor(Object item) {
    var out = new ByteArrayOutputStream();
    write(item, out);
    return out.toByteArray();
  }

  private static void write(Object item, ByteArrayOutputStream out) {
    switch (item) {
      case Integer number -> write((long) number, out);
      case Long number ->
          out.writeBytes(number < 0 ? Cbor.head(1, -1 - number) : Cbor.head(0, number));
      case String text -> {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(Cbor.head(3, bytes.length));
        out.writeBytes(bytes);
      }
      case byte[] bytes -> {
        out.writeBytes(Cbor.head(2, bytes.length));
        out.writeBytes(bytes);
      }
      case List<?> list -> {
        out.writeBytes(Cbor.head(4, list.size()));
        list.forEach(one -> write(one, out));
      }
      case Map<?, ?> map -> {
        out.writeBytes(Cbor.head(5, map.size()));
        map.forEach((key, value) -> {
          write(key, out);
          write(value, out);
        });
      }
      case Cbor.Tagged(long tag, Object inner) -> {
        out.writeBytes(Cbor.head(6, tag));
        write(inner, out);
      }
      default -> out.write(0xF6);
    }
  }

  static byte[] box(String type, byte[]... content) {
    var length = 8;
    for (var one : content) {
      length += one.length;
    }
    var b = ByteBuffer.allocate(length).putInt(length);
    b.put(type.getBytes(StandardCharsets.ISO_8859_1));
    for (var one : content) {
      b.put(one);
    }
    return b.array();
  }

  static byte[] superbox(String kind, String label, byte[]... content) {
    var uuid = ByteBuffer.allocate(16).put(kind.getBytes(StandardCharsets.US_ASCII));
    uuid.putShort((short) 0x0011).putShort((short) 0x0010).putLong(0x800000AA00389B71L);
    var named = (label + "\0").getBytes(StandardCharsets.UTF_8);
    var description = box("jumd", uuid.array(), new byte[] {3}, named);
    var all = new byte[content.length + 1][];
    all[0] = description;
    System.arraycopy(content, 0, all, 1, content.length);
    return box("jumb", all);
  }

  static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
