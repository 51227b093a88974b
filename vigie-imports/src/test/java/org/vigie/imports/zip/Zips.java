package org.vigie.imports.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip files byte by byte, also such as no library would write. */
public final class Zips {

  private record Written(String name, int method, long crc, long compressed, long size, long at) {}

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Written> entries = new ArrayList<>();
  private int attributes;
  private boolean overlapping;

  /** Adds a file as it is. */
  public Zips stored(String name, byte[] bytes) throws IOException {
    return add(name, 0, bytes, bytes);
  }

  /** Adds a file, compressed. */
  public Zips deflated(String name, byte[] bytes) throws IOException {
    var deflater = new Deflater(9, true);
    deflater.setInput(bytes);
    deflater.finish();
    var buffer = new byte[bytes.length + 100];
    var n = deflater.deflate(buffer);
    deflater.end();
    return add(name, 8, bytes, java.util.Arrays.copyOf(buffer, n));
  }

  /** Calls all files links. */
  public Zips withSymlink() {
    attributes = 0xA1FF;
    return this;
  }

  /** Lets all files lie in one place. */
  public Zips withOverlap() {
    overlapping = true;
    return this;
  }

  private Zips add(String name, int method, byte[] bytes, byte[] body) throws IOException {
    var crc = new CRC32();
    crc.update(bytes);
    var utf8 = name.getBytes(StandardCharsets.UTF_8);
    var at = overlapping && !entries.isEmpty() ? entries.getFirst().at() : out.size();
    entries.add(new Written(name, method, crc.getValue(), body.length, bytes.length, at));
    u32(0x04034b50);
    u16(20, 0x800, method, 0, 0);
    u32(crc.getValue());
    u32(body.length);
    u32(bytes.length);
    u16(utf8.length, 0);
    out.write(utf8);
    out.write(body);
    return this;
  }

  /** The archive. */
  public byte[] bytes() throws IOException {
    var directory = out.size();
    for (var entry : entries) {
      u32(0x02014b50);
      u16(3 << 8 | 20, 20, 0x800, entry.method(), 0, 0);
      u32(entry.crc());
      u32(entry.compressed());
      u32(entry.size());
      u16(entry.name().getBytes(StandardCharsets.UTF_8).length, 0, 0, 0, 0);
      u32((long) attributes << 16);
      u32(entry.at());
      out.write(entry.name().getBytes(StandardCharsets.UTF_8));
    }
    var size = out.size() - directory;
    u32(0x06054b50);
    u16(0, 0, entries.size(), entries.size());
    u32(size);
    u32(directory);
    u16(0);
    return out.toByteArray();
  }

  private void u16(int... values) {
    for (var value : values) {
      out.write(value);
      out.write(value >> 8);
    }
  }

  private void u32(long value) {
    u16((int) (value & 0xFFFF), (int) (value >> 16 & 0xFFFF));
  }
}
