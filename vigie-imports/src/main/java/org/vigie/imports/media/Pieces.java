package org.vigie.imports.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vigie.imports.Source;

/**
 * A file parted in its outermost pieces: JPEG (ISO/IEC 10918-1, annex B), PNG, RIFF, and boxes
 * (ISO/IEC 14496-12). What is cut off or damaged ends the list; nothing is refused.
 */
public final class Pieces {

  private static final int MOST = 20_000;
  private static final int LOOK = 16;
  private static final int START_OF_SCAN = 0xDA;

  /** What kind of file. */
  public enum Format {
    /** Segments. */
    JPEG,
    /** Chunks with a checksum. */
    PNG,
    /** Chunks: WebP, WAV. */
    RIFF,
    /** Boxes: MP4, MOV, M4A, HEIC, AVIF. */
    BOXES,
    /** None of them. */
    OTHER
  }

  private final Source source;
  private final Format format;
  private final List<Piece> all;

  private Pieces(Source source, Format format, List<Piece> all) {
    this.source = source;
    this.format = format;
    this.all = List.copyOf(all);
  }

  /** Parts a file; its bytes are read piece by piece, a few of each. */
  public static Pieces of(Source source) throws IOException {
    var head = read(source, 0, LOOK);
    var text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return new Pieces(source, Format.JPEG, segments(source));
    } else if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return new Pieces(source, Format.PNG, chunks(source, 8, true));
    } else if (text.startsWith("RIFF")) {
      return new Pieces(source, Format.RIFF, chunks(source, 12, false));
    } else if (text.startsWith("ftyp", 4)) {
      return new Pieces(source, Format.BOXES, boxes(source, 0, source.length()));
    }
    return new Pieces(source, Format.OTHER, List.of());
  }

  private static List<Piece> segments(Source source) throws IOException {
    var all = new ArrayList<Piece>();
    var at = 2L;
    while (at + 4 <= source.length() && all.size() < MOST) {
      var b = read(source, at, 4);
      var marker = b.length < 4 ? 0 : b[1] & 0xFF;
      if (b.length < 4 || (b[0] & 0xFF) != 0xFF || marker == START_OF_SCAN) {
        break;
      }
      if (marker == 0xFF) {
        at++; // any number of fill bytes may stand before a marker
        continue;
      }
      var alone = marker == 1 || (marker >= 0xD0 && marker <= 0xD9);
      var length = alone ? 2 : 2 + u16(b, 2);
      var name = marker >= 0xE0 && marker <= 0xEF ? "APP" + (marker - 0xE0) : "M" + marker;
      if (length < (alone ? 2 : 4) || at + length > source.length()) {
        break;
      }
      all.add(new Piece(name, at, alone ? 2 : 4, length, alone ? 0 : length - 4));
      at += length;
    }
    return all;
  }

  private static List<Piece> chunks(Source source, long from, boolean png) throws IOException {
    var all = new ArrayList<Piece>();
    var at = from;
    while (at + 8 <= source.length() && all.size() < MOST) {
      var b = read(source, at, 8);
      if (b.length < 8) {
        break;
      }
      var size = png ? u32(b, 0) : le32(b, 4);
      var name = new String(b, png ? 4 : 0, 4, StandardCharsets.ISO_8859_1);
      var length = 8 + size + (png ? 4 : size & 1);
      if (at + 8 + size > source.length()) {
        break;
      }
      all.add(new Piece(name, at, 8, Math.min(length, source.length() - at), size));
      at += length;
    }
    return all;
  }

  /** The boxes between two places, not those within them. */
  public static List<Piece> boxes(Source source, long from, long to) throws IOException {
    var all = new ArrayList<Piece>();
    var at = from;
    while (at + 8 <= to && all.size() < MOST) {
      var b = read(source, at, LOOK);
      if (b.length < 8) {
        break;
      }
      var size = u32(b, 0);
      var header = 8;
      if (size == 1 && b.length == LOOK) {
        size = u32(b, 8) << 32 | u32(b, 12);
        header = 16;
      } else if (size == 0) {
        size = to - at;
      }
      if (size < header || size > to - at) {
        break;
      }
      var name = new String(b, 4, 4, StandardCharsets.ISO_8859_1);
      all.add(new Piece(name, at, header, size, size - header));
      at += size;
    }
    return all;
  }

  /** What kind of file it is. */
  public Format format() {
    return format;
  }

  /** All of them, in their order. */
  public List<Piece> all() {
    return all;
  }

  /** Those with this name. */
  public List<Piece> named(String name) {
    return all.stream().filter(piece -> piece.name().equals(name)).toList();
  }

  /** The content of a piece, at most so many bytes. */
  public byte[] content(Piece piece, int most) throws IOException {
    return read(source, piece.from(), (int) Math.min(most, piece.content()));
  }

  /** Bytes from a place on; fewer at the end. */
  public static byte[] read(Source source, long at, int most) throws IOException {
    if (at < 0 || at >= source.length()) {
      return new byte[0];
    }
    try (var in = source.open(at)) {
      return in.readNBytes(most);
    }
  }

  private static int u16(byte[] b, int at) {
    return (b[at] & 0xFF) << 8 | (b[at + 1] & 0xFF);
  }

  private static long u32(byte[] b, int at) {
    return (long) u16(b, at) << 16 | u16(b, at + 2);
  }

  private static long le32(byte[] b, int at) {
    return (b[at] & 0xFFL)
        | (b[at + 1] & 0xFFL) << 8
        | (b[at + 2] & 0xFFL) << 16
        | (b[at + 3] & 0xFFL) << 24;
  }
}
