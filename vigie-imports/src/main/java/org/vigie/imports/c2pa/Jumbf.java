package org.vigie.imports.c2pa;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A superbox of JUMBF (ISO/IEC 19566-5): its label, the boxes in it, and the bytes that hashes of
 * it cover.
 */
final class Jumbf {

  private static final int DEEPEST = 16;
  private static final int MOST = 10_000;
  private static final int LABELLED = 2;
  private static final int DESCRIPTION = 17;

  private final String type;
  private final String label;
  private final byte[] body;
  private final List<Jumbf> inside;

  private Jumbf(String type, String label, byte[] body, List<Jumbf> inside) {
    this.type = type;
    this.label = label;
    this.body = body;
    this.inside = List.copyOf(inside);
  }

  /** Reads the boxes that {@code bytes} hold; what follows them is left. */
  static List<Jumbf> read(byte[] bytes) throws Malformed {
    return read(bytes, 0, new int[1]);
  }

  private static List<Jumbf> read(byte[] bytes, int depth, int[] count) throws Malformed {
    if (depth > DEEPEST) {
      throw new Malformed("deep");
    }
    var all = new ArrayList<Jumbf>();
    var b = ByteBuffer.wrap(bytes);
    while (b.remaining() >= 8) {
      if (++count[0] > MOST) {
        throw new Malformed("endless");
      }
      var start = b.position();
      var length = Integer.toUnsignedLong(b.getInt());
      var type = new byte[4];
      b.get(type);
      var header = 8;
      if (length == 1 && b.remaining() >= 8) {
        length = b.getLong();
        header = 16;
      } else if (length == 0) {
        length = (long) bytes.length - start;
      }
      if (length < header || length > bytes.length - start) {
        throw new Malformed("cut off");
      }
      var body = Arrays.copyOfRange(bytes, start + header, start + (int) length);
      all.add(box(new String(type, StandardCharsets.ISO_8859_1), body, depth, count));
      b.position(start + (int) length);
    }
    return all;
  }

  private static Jumbf box(String type, byte[] body, int depth, int[] count) throws Malformed {
    if (!type.equals("jumb")) {
      return new Jumbf(type, "", body, List.of());
    }
    var inside = read(body, depth + 1, count);
    var label = "";
    if (!inside.isEmpty() && inside.getFirst().type.equals("jumd")) {
      label = label(inside.getFirst().body);
      inside = inside.subList(1, inside.size());
    }
    return new Jumbf(type, label, body, inside);
  }

  private static String label(byte[] description) {
    if (description.length <= DESCRIPTION || (description[DESCRIPTION - 1] & LABELLED) == 0) {
      return "";
    }
    var end = DESCRIPTION;
    while (end < description.length && description[end] != 0) {
      end++;
    }
    return new String(description, DESCRIPTION, end - DESCRIPTION, StandardCharsets.UTF_8);
  }

  /** Its name among those beside it. */
  String label() {
    return label;
  }

  /** All of it but the length and the type in front: what a hash of it covers (C2PA, 8.4.2.3). */
  byte[] body() {
    return body.clone();
  }

  /** Superboxes within it. */
  List<Jumbf> superboxes() {
    return inside.stream().filter(box -> box.type.equals("jumb")).toList();
  }

  /** The superbox within it with this label. */
  Optional<Jumbf> find(String wanted) {
    return superboxes().stream().filter(box -> box.label.equals(wanted)).findFirst();
  }

  /** The content of the first box of this type within it; nothing if there is none. */
  byte[] content(String wanted) {
    return inside.stream()
        .filter(box -> box.type.equals(wanted))
        .findFirst()
        .map(box -> box.body.clone())
        .orElse(new byte[0]);
  }
}
