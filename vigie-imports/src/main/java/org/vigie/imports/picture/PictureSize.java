package org.vigie.imports.picture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;
import org.vigie.imports.media.Piece;
import org.vigie.imports.media.Pieces;

/**
 * How many points a picture has that is decoded elsewhere, as its tables say: HEIC and AVIF
 * (ISO/IEC 23008-12) and WebP (RFC 9649). Protects whoever decodes it from pictures that are small
 * as files and huge in memory; does not protect from those whose tables lie.
 */
public final class PictureSize {

  /** Version and flags, which some boxes have before their content. */
  private static final int FLAGS = 4;

  private PictureSize() {}

  /** Width and height. */
  private record Size(long width, long height) {

    private boolean within() {
      return width > 0 && height > 0 && width <= Pictures.MOST_PIXELS / height;
    }
  }

  /**
   * Facts: width and height of the largest picture in the file.
   *
   * @throws ImportRefused {@code import.image-unknown} for other forms and for those that move,
   *     {@code -too-large}, {@code -unreadable} if it does not say
   * @throws IOException if the bytes cannot be had
   */
  public static Map<String, String> of(Source source) throws ImportRefused, IOException {
    var pieces = Pieces.of(source);
    var sizes =
        switch (pieces.format()) {
          case BOXES -> boxed(source, pieces);
          case RIFF -> webp(pieces);
          case JPEG, PNG, OTHER -> throw new ImportRefused("import.image-unknown");
        };
    for (var size : sizes) {
      if (!size.within()) {
        throw new ImportRefused("import.image-too-large", Pictures.MOST_PIXELS);
      }
    }
    var largest = sizes.stream().max(Comparator.comparingLong(one -> one.width() * one.height()));
    if (largest.isEmpty()) {
      throw new ImportRefused("import.image-unreadable");
    }
    return Map.of(
        "width", Long.toString(largest.get().width()),
        "height", Long.toString(largest.get().height()));
  }

  /** The properties {@code ispe} of all pictures: the whole, its tiles, small copies. */
  private static List<Size> boxed(Source source, Pieces pieces) throws IOException {
    var sizes = new ArrayList<Size>();
    for (var meta : pieces.named("meta")) {
      for (var properties : inside(source, meta, FLAGS, "iprp")) {
        for (var container : inside(source, properties, 0, "ipco")) {
          for (var size : inside(source, container, 0, "ispe")) {
            var b = Pieces.read(source, size.from(), (int) Math.min(FLAGS + 8, size.content()));
            sizes.add(new Size(number(b, FLAGS, 4, true), number(b, FLAGS + 4, 4, true)));
          }
        }
      }
    }
    return sizes;
  }

  private static List<Piece> inside(Source source, Piece box, int skipped, String name)
      throws IOException {
    return Pieces.boxes(source, box.from() + skipped, box.end()).stream()
        .filter(one -> one.name().equals(name))
        .toList();
  }

  /** The canvas, and the picture on it, which need not be of its size. */
  private static List<Size> webp(Pieces pieces) throws ImportRefused, IOException {
    var sizes = new ArrayList<Size>();
    for (var piece : pieces.all()) {
      var b = pieces.content(piece, 10);
      switch (piece.name()) {
        case "VP8X" -> sizes.add(new Size(1 + number(b, 4, 3, false), 1 + number(b, 7, 3, false)));
        case "VP8 " ->
            sizes.add(new Size(number(b, 6, 2, false) & 0x3FFF, number(b, 8, 2, false) & 0x3FFF));
        case "VP8L" -> {
          var bits = number(b, 1, 4, false);
          sizes.add(new Size(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)));
        }
        case "ANIM", "ANMF" -> throw new ImportRefused("import.image-unknown");
        default -> {}
      }
    }
    return sizes;
  }

  /** What is missing counts as zero. */
  private static long number(byte[] b, int at, int length, boolean highFirst) {
    var number = 0L;
    for (var i = 0; i < length; i++) {
      var place = at + (highFirst ? i : length - 1 - i);
      number = number << 8 | (place < b.length ? b[place] & 0xFF : 0);
    }
    return number;
  }
}
