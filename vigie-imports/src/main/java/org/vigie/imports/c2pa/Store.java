package org.vigie.imports.c2pa;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.imports.Source;
import org.vigie.imports.media.Piece;
import org.vigie.imports.media.Pieces;

/** Where a file keeps its manifests (C2PA 2.1, appendix A). */
final class Store {

  private static final int LARGEST = 32 << 20;
  private static final int JPEG_HEADER = 8; // JP, number of the box, number of the packet
  private static final byte[] UUID = {
    (byte) 0xD8,
    (byte) 0xFE,
    (byte) 0xC3,
    (byte) 0xD6,
    0x1B,
    0x0E,
    0x48,
    0x3C,
    (byte) 0x92,
    (byte) 0x97,
    0x58,
    0x28,
    (byte) 0x87,
    0x7E,
    (byte) 0xC4,
    (byte) 0x81
  };

  private final byte[] bytes;
  private final List<Span> places;
  private final boolean beside;

  private Store(byte[] bytes, List<Span> places, boolean beside) {
    this.bytes = bytes;
    this.places = List.copyOf(places);
    this.beside = beside;
  }

  /** Bytes of a file from one place up to another. */
  record Span(long from, long to) {}

  /** The store of a file, if it has one. */
  static Optional<Store> of(Source source) throws IOException {
    var pieces = Pieces.of(source);
    return switch (pieces.format()) {
      case JPEG -> jpeg(pieces);
      case PNG -> chunk(pieces, "caBX");
      case RIFF -> chunk(pieces, "C2PA");
      case BOXES -> box(pieces);
      case OTHER -> alone(source);
    };
  }

  /** The manifests. */
  byte[] bytes() {
    return bytes.clone();
  }

  /** Where they lie; the file's own bytes are the others. */
  List<Span> places() {
    return places;
  }

  /** Whether the file holds nothing but manifests, of something that lies elsewhere. */
  boolean beside() {
    return beside;
  }

  private record Packet(int box, long number, Piece piece) {}

  /** Segments that carry the same box, in their order; each repeats the head of the box. */
  private static Optional<Store> jpeg(Pieces pieces) throws IOException {
    var packets = new ArrayList<Packet>();
    for (var piece : pieces.named("APP11")) {
      var b = pieces.content(piece, 1 << 16);
      if (b.length > JPEG_HEADER + 8 && b[0] == 'J' && b[1] == 'P') {
        var number = ByteBuffer.wrap(b, 4, 4).getInt();
        packets.add(new Packet((b[2] & 0xFF) << 8 | (b[3] & 0xFF), number, piece));
      }
    }
    packets.sort(Comparator.comparingInt(Packet::box).thenComparingLong(Packet::number));
    var out = new ByteArrayOutputStream();
    var places = new ArrayList<Span>();
    for (var packet : packets) {
      var first = places.isEmpty();
      if (packet.box() == packets.getFirst().box()) {
        var b = pieces.content(packet.piece(), 1 << 16);
        var large = ByteBuffer.wrap(b, JPEG_HEADER, 4).getInt() == 1;
        var skip = JPEG_HEADER + (first ? 0 : large ? 16 : 8);
        out.write(b, skip, Math.max(0, b.length - skip));
        places.add(new Span(packet.piece().at(), packet.piece().end()));
      }
    }
    return places.isEmpty() || !isManifests(out.toByteArray())
        ? Optional.empty()
        : Optional.of(new Store(out.toByteArray(), places, false));
  }

  private static Optional<Store> chunk(Pieces pieces, String name) throws IOException {
    for (var piece : pieces.named(name)) {
      var place = new Span(piece.at(), piece.end());
      return Optional.of(new Store(pieces.content(piece, LARGEST), List.of(place), false));
    }
    return Optional.empty();
  }

  private static Optional<Store> box(Pieces pieces) throws IOException {
    for (var piece : pieces.named("uuid")) {
      var b = pieces.content(piece, LARGEST);
      if (b.length > 36 && Arrays.mismatch(b, 0, 16, UUID, 0, 16) < 0) {
        var end = 20; // after version and flags a purpose, then where a tree of hashes lies
        while (end < b.length && b[end] != 0) {
          end++;
        }
        var from = Math.min(b.length, end + 9);
        if (isManifests(Arrays.copyOfRange(b, from, b.length))) {
          var place = new Span(piece.at(), piece.end());
          var all = Arrays.copyOfRange(b, from, b.length);
          return Optional.of(new Store(all, List.of(place), false));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Store> alone(Source source) throws IOException {
    var head = Pieces.read(source, 0, 40);
    return isManifests(head)
        ? Optional.of(new Store(Pieces.read(source, 0, LARGEST), List.of(), true))
        : Optional.empty();
  }

  private static boolean isManifests(byte[] b) {
    return b.length > 28
        && new String(b, 4, 4, StandardCharsets.ISO_8859_1).equals("jumb")
        && new String(b, 16, 4, StandardCharsets.ISO_8859_1).equals("c2pa");
  }
}
