package org.vigie.evidence.redaction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipInputStream;

/** Files inside files. Limits as for what strangers send (security check S-82). */
final class Archives {

  /** An archive, and an archive in it. */
  static final int DEEPEST = 2;

  private static final int MOST_BYTES = 200 << 20;
  private static final int MOST_ENTRIES = 2_000;
  private static final int END = 22; // APPNOTE.TXT 4.3.16
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int DIRECTORY_HEADER = 46; // APPNOTE.TXT 4.3.12
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** A file inside a file. */
  static final class Entry {
    private final String name;
    private final byte[] bytes;

    Entry(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }

    String name() {
      return name;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /** An archive beyond the limits. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private Archives() {}

  static boolean archive(byte[] file) {
    return zip(file) || gzip(file);
  }

  /** Readers find a zip by its end, so something else may come before it. */
  private static boolean zip(byte[] file) {
    if (begins(file, 'P', 'K', 3, 4)) {
      return true;
    }
    var end = end(file);
    return end >= 0
        && end + END + number(file, end + 20, 2) == file.length
        && number(file, end + 10, 2) > 0
        && at(file, end - number(file, end + 12, 4), 'P', 'K', 1, 2);
  }

  /** Archives that are known by how they begin and that nothing here can look into. */
  static boolean closed(byte[] file) {
    return begins(file, 'R', 'a', 'r', '!', 0x1A, 7)
        || begins(file, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C)
        || begins(file, 0xFD, '7', 'z', 'X', 'Z', 0)
        || begins(file, 0x28, 0xB5, 0x2F, 0xFD)
        || begins(file, 'M', 'S', 'C', 'F', 0, 0, 0, 0)
        || (begins(file, 'B', 'Z', 'h') && at(file, 4, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59));
  }

  private static boolean gzip(byte[] file) {
    return begins(file, 0x1F, 0x8B, 8);
  }

  /** Readers accept a document whose mark is anywhere in the first kilobyte. */
  static boolean pdf(byte[] file) {
    var head = new String(file, 0, Math.min(file.length, 1024), StandardCharsets.ISO_8859_1);
    return head.contains("%PDF-");
  }

  private static boolean begins(byte[] file, int... mark) {
    return at(file, 0, mark);
  }

  private static boolean at(byte[] file, long place, int... mark) {
    if (place < 0 || place + mark.length > file.length) {
      return false;
    }
    for (var i = 0; i < mark.length; i++) {
      if ((file[(int) place + i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static long number(byte[] file, int place, int length) {
    var number = 0L;
    for (var i = length - 1; i >= 0; i--) {
      number = number << 8 | (file[place + i] & 0xFF);
    }
    return number;
  }

  /** Where the last end record of a zip is, or -1. */
  private static int end(byte[] file) {
    var first = Math.max(0, file.length - END - LONGEST_COMMENT);
    for (var place = file.length - END; place >= first; place--) {
      if (at(file, place, 'P', 'K', 5, 6)) {
        return place;
      }
    }
    return -1;
  }

  /**
   * Checks that all files the directory names are among those that were read one after the other:
   * what other readers find must not be what nobody looked at.
   */
  private static void requireAll(byte[] file, Set<String> read) throws IOException {
    var end = end(file);
    if (end < 0) {
      throw new IOException("no directory");
    }
    var place = end - number(file, end + 12, 4);
    for (var left = number(file, end + 10, 2); left > 0; left--) {
      if (place + DIRECTORY_HEADER > end || !at(file, place, 'P', 'K', 1, 2)) {
        throw new IOException("no directory");
      }
      var header = (int) place;
      if (!read.contains(print(number(file, header + 16, 4), number(file, header + 24, 4)))) {
        throw new IOException("a file that was not read");
      }
      place += DIRECTORY_HEADER + number(file, header + 28, 2);
      place += number(file, header + 30, 2) + number(file, header + 32, 2);
    }
  }

  private static String print(long crc, long length) {
    return crc + " " + length;
  }

  private static String print(byte[] bytes) {
    var crc = new CRC32();
    crc.update(bytes);
    return print(crc.getValue(), bytes.length);
  }

  static List<Entry> entries(byte[] file) throws IOException {
    if (gzip(file)) {
      try (var in = new GZIPInputStream(new ByteArrayInputStream(file))) {
        return List.of(new Entry("content", limited(in, MOST_BYTES)));
      }
    }
    var entries = new ArrayList<Entry>();
    var read = new HashSet<String>();
    var left = MOST_BYTES;
    try (var in = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var bytes = limited(in, left);
        left -= bytes.length;
        entries.add(new Entry(entry.getName(), bytes));
        read.add(print(bytes));
        if (entries.size() > MOST_ENTRIES) {
          throw new TooLarge();
        }
      }
    }
    if (entries.isEmpty()) {
      throw new IOException("no entry");
    }
    requireAll(file, read);
    return entries;
  }

  private static byte[] limited(InputStream in, int most) throws IOException {
    var bytes = in.readNBytes(most);
    if (in.read() >= 0) {
      throw new TooLarge();
    }
    return bytes;
  }

  /** Compressed text chunks of a PNG (zTXt, iTXt, iCCP) inflated; plain ones need nothing. */
  static List<byte[]> pngTexts(byte[] file) {
    var texts = new ArrayList<byte[]>();
    for (var i = 0; i < PNG.length; i++) {
      if (file.length <= i || file[i] != PNG[i]) {
        return texts;
      }
    }
    for (long at = PNG.length; at + 12 <= file.length; ) {
      var start = (int) at;
      var length = java.nio.ByteBuffer.wrap(file, start, 4).getInt() & 0xFFFFFFFFL;
      var type = new String(file, start + 4, 4, StandardCharsets.US_ASCII);
      if (type.equals("zTXt") || type.equals("iTXt") || type.equals("iCCP")) {
        var end = (int) Math.min(file.length, at + 8 + length);
        inflate(file, start + 8, end, texts);
      }
      at += 12 + length;
    }
    return texts;
  }

  /**
   * Where the compressed part begins differs by chunk, so every place that looks like it is tried.
   */
  private static void inflate(byte[] file, int start, int end, List<byte[]> texts) {
    for (var at = start; at + 2 < end; at++) {
      var header = ((file[at] & 0xFF) << 8) | (file[at + 1] & 0xFF);
      if ((file[at] & 0x0F) == 8 && header % 31 == 0) {
        var out = new ByteArrayOutputStream();
        try (var in = new InflaterInputStream(new ByteArrayInputStream(file, at, end - at))) {
          out.write(in.readNBytes(MOST_BYTES / 20));
        } catch (IOException notHere) {
          continue;
        }
        texts.add(out.toByteArray());
        return;
      }
    }
  }
}
