package org.vigie.imports.exif;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.vigie.imports.Claim;
import org.vigie.imports.Source;
import org.vigie.imports.media.Piece;
import org.vigie.imports.media.Pieces;

/**
 * What is written into a photograph or a film about when, with what and where it was made. Anybody
 * can write or change it, and most messengers take it away.
 */
public final class CameraFacts {

  private static final int LARGEST = 1 << 20;
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
  private static final Map<String, String> KEYS =
      Map.of(
          "com.apple.quicktime.make", "exif.make",
          "com.apple.quicktime.model", "exif.model",
          "com.apple.quicktime.software", "exif.software",
          "com.apple.quicktime.creationdate", "exif.taken",
          "com.apple.quicktime.location.ISO6709", "place.coordinates",
          "com.apple.quicktime.location.name", "place.words",
          "com.android.version", "exif.software");
  private static final Map<String, String> WORDS =
      Map.of(
          "Software", "exif.software",
          "Creation Time", "exif.taken",
          "Author", "exif.artist",
          "Description", "exif.description",
          "Comment", "exif.description");

  private CameraFacts() {}

  /** What a file says; nothing if it says nothing or is of no kind known here. */
  public static List<Claim> of(Source source) throws IOException {
    var pieces = Pieces.of(source);
    return switch (pieces.format()) {
      case JPEG -> jpeg(pieces);
      case PNG -> png(pieces);
      case RIFF -> first(pieces, "EXIF");
      case BOXES -> boxes(source, pieces);
      case OTHER -> List.of();
    };
  }

  private static List<Claim> jpeg(Pieces pieces) throws IOException {
    for (var piece : pieces.named("APP1")) {
      var block = pieces.content(piece, LARGEST);
      if (begins(block)) {
        return Tiff.claims(Arrays.copyOfRange(block, EXIF.length, block.length));
      }
    }
    return List.of();
  }

  private static boolean begins(byte[] block) {
    return block.length > EXIF.length
        && Arrays.mismatch(block, 0, EXIF.length, EXIF, 0, EXIF.length) < 0;
  }

  private static List<Claim> first(Pieces pieces, String name) throws IOException {
    for (var piece : pieces.named(name)) {
      var block = pieces.content(piece, LARGEST);
      return Tiff.claims(
          begins(block) ? Arrays.copyOfRange(block, EXIF.length, block.length) : block);
    }
    return List.of();
  }

  private static List<Claim> png(Pieces pieces) throws IOException {
    var claims = new ArrayList<>(first(pieces, "eXIf"));
    for (var piece : pieces.named("tEXt")) {
      var text = new String(pieces.content(piece, 4_000), StandardCharsets.ISO_8859_1);
      var end = text.indexOf('\0');
      var name = end < 0 ? null : WORDS.get(text.substring(0, end));
      if (name != null) {
        claims.add(new Claim("photo", name, text.substring(end + 1)));
      }
    }
    return List.copyOf(claims);
  }

  private static List<Claim> boxes(Source source, Pieces pieces) throws IOException {
    for (var piece : pieces.named("moov")) {
      return film(source, piece);
    }
    return still(source, pieces);
  }

  /** Where a HEIC or AVIF keeps its block, its tables say; it is found by its first bytes. */
  private static List<Claim> still(Source source, Pieces pieces) throws IOException {
    for (var piece : pieces.all()) {
      if (piece.name().equals("mdat") || piece.name().equals("meta")) {
        var bytes = Pieces.read(source, piece.from(), (int) Math.min(LARGEST, piece.content()));
        for (var i = 0; i + EXIF.length + 8 < bytes.length; i++) {
          var block = bytes[i] == 'E' && bytes[i + 1] == 'x' && bytes[i + 4] == 0;
          if (block && bytes[i + 2] == 'i' && bytes[i + 3] == 'f' && bytes[i + 5] == 0) {
            var claims = Tiff.claims(Arrays.copyOfRange(bytes, i + EXIF.length, bytes.length));
            if (!claims.isEmpty()) {
              return claims;
            }
          }
        }
      }
    }
    return List.of();
  }

  private static List<Claim> film(Source source, Piece moov) throws IOException {
    var claims = new ArrayList<Claim>();
    for (var box : Pieces.boxes(source, moov.from(), moov.end())) {
      if (box.name().equals("udta")) {
        for (var inner : Pieces.boxes(source, box.from(), box.end())) {
          userData(source, inner, claims);
        }
      } else if (box.name().equals("meta")) {
        keyed(source, box, claims);
      }
    }
    return List.copyOf(claims);
  }

  /** {@code ©xyz} and its like: a length, a language, the words. */
  private static void userData(Source source, Piece box, List<Claim> claims) throws IOException {
    var name =
        switch (box.name()) {
          case "\u00a9xyz" -> "place.coordinates";
          case "\u00a9mak" -> "exif.make";
          case "\u00a9mod" -> "exif.model";
          case "\u00a9swr" -> "exif.software";
          case "\u00a9day" -> "exif.taken";
          default -> "";
        };
    if (!name.isEmpty()) {
      var b = Pieces.read(source, box.from(), (int) Math.min(Claim.LONGEST, box.content()));
      if (b.length > 4) {
        claims.add(new Claim("recording", name, new String(b, 4, b.length - 4, UTF_8)));
      }
    }
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  /** Keys and values of QuickTime: a table of names, and items numbered by it. */
  private static void keyed(Source source, Piece meta, List<Claim> claims) throws IOException {
    var names = List.<String>of();
    for (var box : Pieces.boxes(source, meta.from(), meta.end())) {
      if (box.name().equals("keys")) {
        names = names(Pieces.read(source, box.from(), (int) Math.min(LARGEST, box.content())));
      } else if (box.name().equals("ilst")) {
        for (var item : Pieces.boxes(source, box.from(), box.end())) {
          value(source, item, names, claims);
        }
      }
    }
  }

  private static final Pattern KEY = Pattern.compile("mdta([\\x20-\\x7e]{1,100})");

  private static List<String> names(byte[] keys) {
    return KEY.matcher(new String(keys, StandardCharsets.ISO_8859_1))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static void value(Source source, Piece item, List<String> names, List<Claim> claims)
      throws IOException {
    var number = 0;
    for (var i = 0; i < 4; i++) {
      number = number << 8 | item.name().charAt(i);
    }
    var name = number > 0 && number <= names.size() ? KEYS.get(names.get(number - 1)) : null;
    for (var data : Pieces.boxes(source, item.from(), item.end())) {
      if (name != null && data.name().equals("data") && data.content() > 8) {
        var b = Pieces.read(source, data.from(), (int) Math.min(Claim.LONGEST, data.content()));
        claims.add(new Claim("recording", name, new String(b, 8, b.length - 8, UTF_8)));
      }
    }
  }
}
