package org.vigie.imports.openpgp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The packets of a small OpenPGP file, armored or not (RFC 9580, sections 4 and 6). */
final class Packets {

  private static final int MOST = 1_000;
  private static final String BEGIN = "-----BEGIN PGP ";

  private Packets() {}

  /** A packet: its kind and its content. */
  static final class Packet {
    private final int tag;
    private final byte[] body;

    private Packet(int tag, byte[] body) {
      this.tag = tag;
      this.body = body;
    }

    int tag() {
      return tag;
    }

    Fields fields() {
      return new Fields(body);
    }
  }

  /** Those that can be read; what is cut off or of unknown length ends them. */
  static List<Packet> of(byte[] file) {
    var b = bare(file);
    var all = new ArrayList<Packet>();
    var at = 0;
    while (at + 2 <= b.length && all.size() < MOST && (b[at] & 0x80) != 0) {
      var fresh = (b[at] & 0x40) != 0;
      var tag = fresh ? b[at] & 0x3F : (b[at] & 0x3F) >> 2;
      var size = fresh ? lengthOf(b[at + 1] & 0xFF) : 1 << (b[at] & 3);
      if (size > 4 || at + 1 + size > b.length) {
        break;
      }
      var length = fresh ? length(b, at + 1) : number(b, at + 1, size);
      at += 1 + (fresh && size == 4 ? 5 : size);
      if (length < 0 || length > b.length - at) {
        break;
      }
      all.add(new Packet(tag, Arrays.copyOfRange(b, at, at + (int) length)));
      at += (int) length;
    }
    return all;
  }

  private static int lengthOf(int first) {
    return first < 192 ? 1 : first < 224 ? 2 : first == 255 ? 4 : 5;
  }

  private static long length(byte[] b, int at) {
    var first = b[at] & 0xFF;
    if (first < 192) {
      return first;
    }
    if (first < 224) {
      return ((first - 192L) << 8) + (b[at + 1] & 0xFF) + 192;
    }
    return at + 5 <= b.length ? number(b, at + 1, 4) : -1;
  }

  private static long number(byte[] b, int at, int size) {
    var value = 0L;
    for (var i = 0; i < size; i++) {
      value = value << 8 | (b[at + i] & 0xFF);
    }
    return value;
  }

  private static byte[] bare(byte[] file) {
    var text = new String(file, StandardCharsets.ISO_8859_1);
    var begin = text.indexOf(BEGIN);
    if (begin < 0) {
      return file;
    }
    var base64 = new StringBuilder();
    var body = false;
    for (var line : text.substring(begin).lines().skip(1).toList()) {
      if (line.startsWith("-----END") || (body && line.startsWith("="))) {
        break;
      }
      if (body) {
        base64.append(line.strip());
      }
      body |= line.isBlank();
    }
    try {
      return Base64.getDecoder().decode(base64.toString());
    } catch (IllegalArgumentException broken) {
      return new byte[0];
    }
  }
}
