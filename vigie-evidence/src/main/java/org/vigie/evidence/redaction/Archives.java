package org.vigie.evidence.redaction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipInputStream;

/** Files inside files. Limits as for what strangers send (security check S-82). */
final class Archives {

  /** An archive, and an archive in it. */
  static final int DEEPEST = 2;

  private static final int MOST_BYTES = 200 << 20;
  private static final int MOST_ENTRIES = 2_000;
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

  private static boolean zip(byte[] file) {
    return begins(file, 'P', 'K', 3, 4);
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
    for (var i = 0; i < mark.length; i++) {
      if (file.length <= i || (file[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  static List<Entry> entries(byte[] file) throws IOException {
    if (gzip(file)) {
      try (var in = new GZIPInputStream(new ByteArrayInputStream(file))) {
        return List.of(new Entry("content", limited(in, MOST_BYTES)));
      }
    }
    var entries = new ArrayList<Entry>();
    var left = MOST_BYTES;
    try (var in = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var bytes = limited(in, left);
        left -= bytes.length;
        entries.add(new Entry(entry.getName(), bytes));
        if (entries.size() > MOST_ENTRIES) {
          throw new TooLarge();
        }
      }
    }
    if (entries.isEmpty()) {
      throw new IOException("no entry");
    }
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
