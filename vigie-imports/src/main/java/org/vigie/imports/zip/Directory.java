package org.vigie.imports.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;
import org.vigie.imports.archive.EntryNames;

/** Reads and checks the central directory, APPNOTE.TXT 4.3.12 to 4.3.16. */
final class Directory {

  private static final int END_RECORD = 22;
  private static final int COMMENT = 0xFFFF;
  private static final int LOCATOR = 20;
  private static final int END_RECORD_64 = 56;
  private static final int FILE_HEADER = 46;
  private static final int LOCAL_HEADER = 30;
  private static final int LARGEST = 16 << 20;
  private static final int UNIX = 3;
  private static final int FILE_TYPE = 0xF000;
  private static final int SYMLINK = 0xA000;
  private static final long FREE = 1L << 20;
  private static final long NONE_32 = 0xFFFF_FFFFL;

  private final Source source;
  private final ImportLimits limits;

  /** Where the directory is. */
  private record Place(long offset, long size, long entries) {}

  Directory(Source source, ImportLimits limits) {
    this.source = source;
    this.limits = limits;
  }

  /** All entries, in the order of their data. */
  List<Archive.Entry> read() throws ImportRefused, IOException {
    var place = place();
    if (place.entries() > limits.entries()) {
      throw new ImportRefused("import.zip-too-many-entries", limits.entries());
    }
    if (place.size() > LARGEST || place.size() < place.entries() * FILE_HEADER) {
      throw broken();
    }
    var entries = entries(bytes(place.offset(), (int) place.size()), (int) place.entries());
    entries.sort(Comparator.comparingLong(Archive.Entry::headerAt));
    checkNoOverlap(entries, place.offset());
    return List.copyOf(entries);
  }

  private Place place() throws ImportRefused, IOException {
    var length = source.length();
    var tailAt = Math.max(0, length - END_RECORD - COMMENT - LOCATOR - END_RECORD_64);
    var tail = bytes(tailAt, (int) (length - tailAt));
    for (var at = tail.length - END_RECORD; at >= 0; at--) {
      if (signed(tail, at, 5, 6) && at + END_RECORD + Bytes.u16(tail, at + 20) == tail.length) {
        return place(tail, at, tailAt);
      }
    }
    throw broken();
  }

  private static boolean signed(byte[] b, int at, int third, int fourth) {
    return b[at] == 'P' && b[at + 1] == 'K' && b[at + 2] == third && b[at + 3] == fourth;
  }

  private static Place place(byte[] tail, int at, long tailAt) throws ImportRefused {
    var place =
        new Place(Bytes.u32(tail, at + 16), Bytes.u32(tail, at + 12), Bytes.u16(tail, at + 10));
    var end = tailAt + at;
    var locator = at - LOCATOR;
    if (locator >= 0 && signed(tail, locator, 6, 7)) {
      var record = Bytes.u64(tail, locator + 8) - tailAt;
      if (record < 0 || record + END_RECORD_64 > locator || !signed(tail, (int) record, 6, 6)) {
        throw broken();
      }
      var r = (int) record;
      place = new Place(Bytes.u64(tail, r + 48), Bytes.u64(tail, r + 40), Bytes.u64(tail, r + 32));
      end = tailAt + r;
    }
    // Anything between the directory and its end record would be bytes that nobody checks.
    if (place.offset() < 0 || place.size() < 0 || place.offset() + place.size() != end) {
      throw broken();
    }
    return place;
  }

  private List<Archive.Entry> entries(byte[] b, int count) throws ImportRefused {
    var all = new ArrayList<Archive.Entry>();
    var names = new HashSet<String>();
    var at = 0;
    for (var i = 0; i < count; i++) {
      if (at + FILE_HEADER > b.length || !signed(b, at, 1, 2)) {
        throw broken();
      }
      var nameLength = Bytes.u16(b, at + 28);
      var extraLength = Bytes.u16(b, at + 30);
      var next = at + FILE_HEADER + nameLength + extraLength + Bytes.u16(b, at + 32);
      if (next > b.length) {
        throw broken();
      }
      var entry = entry(b, at, nameLength, extraLength);
      if (!names.add(entry.name())) {
        throw new ImportRefused("import.zip-duplicate-name");
      }
      all.add(entry);
      at = next;
    }
    if (at != b.length) {
      throw broken();
    }
    return all;
  }

  private Archive.Entry entry(byte[] b, int at, int nameLength, int extraLength)
      throws ImportRefused {
    var name = name(b, at + FILE_HEADER, nameLength);
    EntryNames.check(name);
    var unix = Bytes.u16(b, at + 4) >> 8 == UNIX;
    if (unix && (Bytes.u16(b, at + 40) & FILE_TYPE) == SYMLINK) {
      throw new ImportRefused("import.zip-symlink");
    }
    var sizes = new long[] {Bytes.u32(b, at + 24), Bytes.u32(b, at + 20), Bytes.u32(b, at + 42)};
    widen(b, at + FILE_HEADER + nameLength, extraLength, sizes);
    var method = Bytes.u16(b, at + 10);
    var size = sizes[0];
    var compressed = sizes[1];
    if (size < 0 || compressed < 0 || sizes[2] < 0 || (method == 0 && size != compressed)) {
      throw broken();
    }
    if (size > FREE && size / limits.ratio() > compressed) {
      throw new ImportRefused("import.zip-ratio", limits.ratio());
    }
    var readable = (method == 0 || method == 8) && (Bytes.u16(b, at + 8) & 1) == 0;
    return new Archive.Entry(
        name, method, compressed, size, Bytes.u32(b, at + 16), sizes[2], !readable);
  }

  /** Sizes that do not fit 32 bits stand in the extra field 1, in this order. */
  private static void widen(byte[] b, int from, int length, long[] sizes) throws ImportRefused {
    var end = from + length;
    for (var at = from; at + 4 <= end; ) {
      var size = Bytes.u16(b, at + 2);
      if (at + 4 + size > end) {
        throw broken();
      }
      if (Bytes.u16(b, at) == 1) {
        var value = at + 4;
        for (var i = 0; i < sizes.length; i++) {
          if (sizes[i] == NONE_32 && value + 8 <= at + 4 + size) {
            sizes[i] = Bytes.u64(b, value);
            value += 8;
          }
        }
      }
      at += 4 + size;
    }
  }

  private static String name(byte[] b, int at, int length) {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return decoder.decode(ByteBuffer.wrap(b, at, length)).toString();
    } catch (CharacterCodingException e) {
      // Old tools write the code page of their system, which the archive does not name.
      return new String(b, at, length, StandardCharsets.ISO_8859_1);
    }
  }

  private void checkNoOverlap(List<Archive.Entry> entries, long directoryAt)
      throws ImportRefused, IOException {
    var free = 0L;
    for (var entry : entries) {
      if (entry.headerAt() < free) {
        throw new ImportRefused("import.zip-overlap");
      }
      if (entry.headerAt() + LOCAL_HEADER > directoryAt) {
        throw broken();
      }
      var header = bytes(entry.headerAt(), LOCAL_HEADER);
      if (!signed(header, 0, 3, 4) || Bytes.u16(header, 8) != entry.method()) {
        throw broken();
      }
      var names = Bytes.u16(header, 26) + Bytes.u16(header, 28);
      free = entry.headerAt() + LOCAL_HEADER + names + entry.compressed();
      if (free > directoryAt) {
        throw new ImportRefused("import.zip-overlap");
      }
    }
  }

  private byte[] bytes(long offset, int length) throws ImportRefused, IOException {
    if (offset < 0 || offset > source.length()) {
      throw broken();
    }
    try (var in = source.open(offset)) {
      var all = in.readNBytes(length);
      if (all.length < length) {
        throw broken();
      }
      return all;
    }
  }

  private static ImportRefused broken() {
    return new ImportRefused("import.zip-broken");
  }
}
