package org.vigie.imports.c2pa;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one item of CBOR (RFC 8949) into maps, lists, texts, bytes and numbers. Protects against
 * items that are deep, many or longer than what is there; indefinite lengths are read, floats are
 * numbers, tags are {@link Tagged}. What has no meaning here becomes {@link #NOTHING}.
 */
final class Cbor {

  /** Null, undefined, and simple values nobody knows. */
  static final Object NOTHING = "nothing".toCharArray();

  private static final int DEEPEST = 32;
  private static final int MOST_ITEMS = 200_000;
  private static final int INDEFINITE = 31;
  private static final int BREAK = 0xFF;

  private final byte[] b;
  private int at;
  private int items;

  /** An item under a tag. */
  record Tagged(long tag, Object item) {}

  private Cbor(byte[] b) {
    this.b = b;
  }

  /** Reads the first item of {@code bytes}. */
  static Object read(byte[] bytes) throws Malformed {
    return new Cbor(bytes).item(0);
  }

  /** A map by the texts of its keys; numbers as keys become their digits; empty if it is none. */
  static Map<String, Object> map(Object item) {
    var texts = new LinkedHashMap<String, Object>();
    if (item instanceof Map<?, ?> map) {
      map.forEach((key, value) -> texts.put(String.valueOf(key), value));
    }
    return texts;
  }

  /** A list; empty if it is none. */
  static List<Object> list(Object item) {
    return item instanceof List<?> list ? List.copyOf(list) : List.of();
  }

  /** A text; empty if it is none. */
  static String text(Object item) {
    return switch (item) {
      case String text -> text;
      case Tagged tagged -> text(tagged.item());
      case Number number -> number.toString();
      default -> "";
    };
  }

  /** Bytes; none if it is something else. */
  static byte[] bytes(Object item) {
    return item instanceof byte[] bytes ? bytes : new byte[0];
  }

  private Object item(int depth) throws Malformed {
    if (depth > DEEPEST || ++items > MOST_ITEMS) {
      throw new Malformed("deep or endless");
    }
    var first = u8();
    var major = first >> 5;
    var rest = first & 0x1F;
    if (major == 7) {
      return simple(rest);
    }
    if (rest == INDEFINITE) {
      return indefinite(major, depth);
    }
    var number = number(rest);
    return switch (major) {
      case 0 -> number;
      case 1 -> -1 - number;
      case 2 -> piece(number);
      case 3 -> new String(piece(number), StandardCharsets.UTF_8);
      case 4 -> items(number, depth);
      case 5 -> members(number, depth);
      default -> new Tagged(number, item(depth + 1));
    };
  }

  private long number(int rest) throws Malformed {
    if (rest < 24) {
      return rest;
    }
    if (rest > 27) {
      throw new Malformed("reserved");
    }
    var value = 0L;
    for (var i = 1 << (rest - 24); i > 0; i--) {
      value = value << 8 | u8();
    }
    return value;
  }

  private Object simple(int rest) throws Malformed {
    return switch (rest) {
      case 20 -> false;
      case 21 -> true;
      case 24 -> {
        u8();
        yield NOTHING;
      }
      case 25 -> {
        number(rest);
        yield NOTHING;
      }
      case 26 -> (double) ByteBuffer.wrap(piece(4)).getFloat();
      case 27 -> ByteBuffer.wrap(piece(8)).getDouble();
      case INDEFINITE -> throw new Malformed("an end without a beginning");
      default -> NOTHING;
    };
  }

  private byte[] piece(long length) throws Malformed {
    if (length < 0 || length > b.length - at) {
      throw new Malformed("cut off");
    }
    at += (int) length;
    return Arrays.copyOfRange(b, at - (int) length, at);
  }

  private List<Object> items(long count, int depth) throws Malformed {
    var all = new ArrayList<Object>();
    if (count < 0 || count > b.length - at) {
      throw new Malformed("more items than bytes");
    }
    for (var i = 0; i < count; i++) {
      all.add(item(depth + 1));
    }
    return all;
  }

  private Map<Object, Object> members(long count, int depth) throws Malformed {
    var all = new LinkedHashMap<Object, Object>();
    if (count < 0 || count > b.length - at) {
      throw new Malformed("more members than bytes");
    }
    for (var i = 0; i < count; i++) {
      var key = item(depth + 1);
      all.putIfAbsent(key, item(depth + 1));
    }
    return all;
  }

  private Object indefinite(int major, int depth) throws Malformed {
    var parts = new ArrayList<Object>();
    while (at < b.length && (b[at] & 0xFF) != BREAK) {
      parts.add(item(depth + 1));
    }
    if (u8() != BREAK) {
      throw new Malformed("no end");
    }
    return switch (major) {
      case 2 -> joined(parts);
      case 3 -> String.join("", parts.stream().map(Cbor::text).toList());
      case 4 -> parts;
      case 5 -> {
        var all = new LinkedHashMap<Object, Object>();
        for (var i = 0; i + 1 < parts.size(); i += 2) {
          all.putIfAbsent(parts.get(i), parts.get(i + 1));
        }
        yield all;
      }
      default -> throw new Malformed("reserved");
    };
  }

  private static byte[] joined(List<Object> parts) {
    var out = new java.io.ByteArrayOutputStream();
    parts.forEach(part -> out.writeBytes(bytes(part)));
    return out.toByteArray();
  }

  private int u8() throws Malformed {
    if (at >= b.length) {
      throw new Malformed("cut off");
    }
    return b[at++] & 0xFF;
  }

  /** The head of an item: its kind and a number (RFC 8949, section 3), in its shortest form. */
  static byte[] head(int major, long number) {
    var kind = major << 5;
    if (number < 24) {
      return new byte[] {(byte) (kind | number)};
    }
    var size = number < 0x100 ? 1 : number < 0x10000 ? 2 : number < 0x1_0000_0000L ? 4 : 8;
    var head = new byte[1 + size];
    head[0] = (byte) (kind | (24 + Integer.numberOfTrailingZeros(size)));
    for (var i = 0; i < size; i++) {
      head[size - i] = (byte) (number >> (8 * i));
    }
    return head;
  }
}
