package org.vigie.imports.tar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes tar files byte by byte, also such as no program would write. */
public final class Tars {

  private static final int BLOCK = 512;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Adds a file. */
  public Tars file(String name, byte[] bytes) {
    return entry(name, '0', bytes.length, bytes);
  }

  /** Adds a folder. */
  public Tars folder(String name) {
    return entry(name, '5', 0, new byte[0]);
  }

  /** Adds a link. */
  public Tars link(String name, char type) {
    return entry(name, type, 0, new byte[0]);
  }

  /** Adds a file whose name stands in a header of its own, as pax or GNU tar write it. */
  public Tars longName(String name, boolean pax, byte[] bytes) {
    var text = pax ? record("path=" + name) : (name + "\0").getBytes(StandardCharsets.UTF_8);
    entry(pax ? "x" : "././@LongLink", pax ? 'x' : 'L', text.length, text);
    return file("cut-off-name", bytes);
  }

  private static byte[] record(String text) {
    var length = text.getBytes(StandardCharsets.UTF_8).length + 3;
    length += Integer.toString(length).length() - 1;
    return (length + " " + text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Adds an entry that claims a size. */
  public Tars entry(String name, char type, long size, byte[] bytes) {
    var header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 100, "0000644\0000000000\0000000000\000");
    put(header, 124, String.format(Locale.ROOT, "%011o ", size));
    put(header, 136, "14741631465 ");
    header[156] = (byte) type;
    put(header, 257, "ustar\00000");
    Arrays.fill(header, 148, 156, (byte) ' ');
    var sum = 0;
    for (var b : header) {
      sum += b & 0xFF;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
    out.writeBytes(header);
    out.writeBytes(bytes);
    out.writeBytes(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
    return this;
  }

  private static void put(byte[] header, int at, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, Math.min(bytes.length, 100));
  }

  /** The file. */
  public byte[] bytes() {
    var all = new ByteArrayOutputStream();
    all.writeBytes(out.toByteArray());
    all.writeBytes(new byte[2 * BLOCK]);
    return all.toByteArray();
  }

  /** Bytes compressed with gzip. */
  public static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }
}
