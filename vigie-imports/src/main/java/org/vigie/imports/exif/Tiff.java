package org.vigie.imports.exif;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Claim;

/** A block of Exif (CIPA DC-008): tags in directories of a TIFF. Reads nothing beyond its bytes. */
final class Tiff {

  private static final int EXIF = 0x8769;
  private static final int GPS = 0x8825;
  private static final int MOST_TAGS = 500;
  private static final int MOST_BYTES = 1_000;
  private static final int ASCII = 2;
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
  private static final Map<Integer, String> MAIN =
      Map.of(
          0x010F, "exif.make",
          0x0110, "exif.model",
          0x0131, "exif.software",
          0x0132, "exif.changed",
          0x013B, "exif.artist",
          0x010E, "exif.description",
          0x8298, "exif.copyright");
  private static final Map<Integer, String> WITHIN =
      Map.of(
          0x9003, "exif.taken",
          0x9004, "exif.digitised",
          0x9011, "exif.zone",
          0xA430, "exif.owner",
          0xA431, "exif.serial",
          0xA434, "exif.lens",
          0xA435, "exif.lens-serial",
          0xA420, "exif.unique");

  private final byte[] b;
  private final boolean big;
  private final List<Claim> claims = new ArrayList<>();

  private Tiff(byte[] b) {
    this.b = b;
    this.big = b.length > 0 && b[0] == 'M';
  }

  /** What a block says; nothing if it is none. */
  static List<Claim> claims(byte[] block) {
    var tiff = new Tiff(block);
    if (block.length > 8 && (block[0] == 'M' || block[0] == 'I') && tiff.u16(2) == 42) {
      tiff.directories(tiff.u32(4));
    }
    return List.copyOf(tiff.claims);
  }

  /** A tag of a directory. */
  private record Tag(int id, int type, long count, long at) {}

  private void directories(long first) {
    var main = directory(first);
    for (var tag : main) {
      tell(tag, MAIN);
    }
    for (var tag : main) {
      if (tag.id() == EXIF) {
        directory(u32(tag.at())).forEach(inner -> tell(inner, WITHIN));
      } else if (tag.id() == GPS) {
        place(directory(u32(tag.at())));
      }
    }
    var next = first + 2 + 12L * count(first);
    if (u32(next) > 0 && count(u32(next)) > 0) {
      claims.add(new Claim("photo", "exif.thumbnail", "yes"));
    }
  }

  private int count(long directory) {
    return directory < 8 || directory + 2 > b.length ? 0 : u16(directory);
  }

  private List<Tag> directory(long from) {
    var tags = new ArrayList<Tag>();
    var count = Math.min(MOST_TAGS, count(from));
    for (var i = 0; i < count; i++) {
      var entry = from + 2 + 12L * i;
      if (entry + 12 > b.length) {
        break;
      }
      var type = u16(entry + 2);
      var size = type < SIZES.length ? SIZES[type] * u32(entry + 4) : 0;
      var at = size > 4 ? u32(entry + 8) : entry + 8;
      if (size > 0 && at + size <= b.length) {
        tags.add(new Tag(u16(entry), type, u32(entry + 4), at));
      }
    }
    return tags;
  }

  private void tell(Tag tag, Map<Integer, String> names) {
    var name = names.get(tag.id());
    var text = tag.type() == ASCII && name != null ? text(tag) : "";
    if (name != null && !text.isEmpty()) {
      claims.add(new Claim("photo", name, text));
    }
  }

  private String text(Tag tag) {
    var length = (int) Math.min(MOST_BYTES, tag.count());
    var text = new String(b, (int) tag.at(), length, StandardCharsets.UTF_8);
    var end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  private void place(List<Tag> tags) {
    var latitude = degrees(tags, 1, 2);
    var longitude = degrees(tags, 3, 4);
    if (latitude != null && longitude != null) {
      claims.add(new Claim("photo", "place.coordinates", latitude + ", " + longitude));
    }
    for (var tag : tags) {
      if (tag.id() == 29 && tag.type() == ASCII) {
        claims.add(new Claim("photo", "place.day", text(tag)));
      } else if (tag.id() == 27 || tag.id() == 28) {
        var text = tag.type() == ASCII ? text(tag) : "";
        if (!text.isEmpty()) {
          claims.add(new Claim("photo", "place.words", text));
        }
      }
    }
  }

  private @Nullable String degrees(List<Tag> tags, int side, int value) {
    var letter = "";
    var degrees = Double.NaN;
    for (var tag : tags) {
      if (tag.id() == side && tag.type() == ASCII) {
        letter = text(tag);
      } else if (tag.id() == value && tag.type() == 5 && tag.count() == 3) {
        degrees = ratio(tag.at()) + ratio(tag.at() + 8) / 60 + ratio(tag.at() + 16) / 3600;
      }
    }
    if (!Double.isFinite(degrees) || degrees > 180 || !letter.matches("[NSEW]")) {
      return null;
    }
    return String.format(Locale.ROOT, "%.5f° %s", degrees, letter);
  }

  private double ratio(long at) {
    return u32(at + 4) == 0 ? 0 : (double) u32(at) / u32(at + 4);
  }

  private int u16(long at) {
    if (at < 0 || at + 2 > b.length) {
      return 0;
    }
    var first = b[(int) at] & 0xFF;
    var second = b[(int) at + 1] & 0xFF;
    return big ? first << 8 | second : second << 8 | first;
  }

  private long u32(long at) {
    return big ? (long) u16(at) << 16 | u16(at + 2) : (long) u16(at + 2) << 16 | u16(at);
  }
}
