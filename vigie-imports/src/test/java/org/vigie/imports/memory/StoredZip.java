package org.vigie.imports.memory;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.vigie.imports.BytesSource;
import org.vigie.imports.Source;

/**
 * A zip file of one file that is not compressed and never whole in memory.
 *
 * @param name of the file in it
 * @param content of it
 */
record StoredZip(String name, Source content) {

  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final short VERSION = 20;

  /** The archive. */
  Source file() {
    var about = about();
    var local = little(4).putInt(LOCAL).array();
    var length = local.length + about.length + name.length() + content.length();
    var directory =
        little(6 + about.length + 14 + name.length() + 22)
            .putInt(CENTRAL)
            .putShort(VERSION)
            .put(about)
            .put(new byte[14])
            .put(name.getBytes(US_ASCII))
            .putInt(END)
            .putInt(0)
            .putShort((short) 1)
            .putShort((short) 1)
            .putInt(6 + about.length + 14 + name.length())
            .putInt((int) length)
            .putShort((short) 0)
            .array();
    return new Chain(
        List.of(
            new BytesSource(local),
            new BytesSource(about),
            new BytesSource(name.getBytes(US_ASCII)),
            content,
            new BytesSource(directory)));
  }

  /** What stands of the file both before it and in the directory. */
  private byte[] about() {
    var size = (int) content.length();
    return little(26)
        .putShort(VERSION)
        .putLong(0)
        .putInt((int) checksum())
        .putInt(size)
        .putInt(size)
        .putShort((short) name.length())
        .putShort((short) 0)
        .array();
  }

  private long checksum() {
    try (var in = new CheckedInputStream(content.open(0), new CRC32())) {
      in.transferTo(OutputStream.nullOutputStream());
      return in.getChecksum().getValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
