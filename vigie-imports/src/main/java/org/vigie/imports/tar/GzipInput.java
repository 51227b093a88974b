package org.vigie.imports.tar;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.vigie.imports.archive.ArchiveLimit;

/**
 * Inflates all pieces of a gzip file one after another (RFC 1952, section 2.2) and checks each.
 * Zero bytes after the last are left out, as tapes and programs pad so.
 */
final class GzipInput extends InputStream {

  private static final int SIZE = 64 * 1024;
  private static final int HEADER_CHECK = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] b = new byte[SIZE];
  private int at;
  private int end;
  private long before;
  private boolean within;
  private boolean done;
  private boolean any;

  GzipInput(InputStream in) {
    this.in = in;
  }

  /** How many compressed bytes were taken. */
  long taken() {
    return before + at;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int off, int len) throws IOException {
    while (!done && len > 0) {
      if (!within && !begin()) {
        done = true;
        break;
      }
      var n = inflate(into, off, len);
      if (n > 0) {
        crc.update(into, off, n);
        return n;
      }
      finish();
    }
    return len == 0 ? 0 : -1;
  }

  private int inflate(byte[] into, int off, int len) throws IOException {
    try {
      while (true) {
        var n = inflater.inflate(into, off, len);
        at = end - inflater.getRemaining();
        if (n > 0 || inflater.finished()) {
          return n;
        }
        if (inflater.needsDictionary() || !more()) {
          throw broken();
        }
        inflater.setInput(b, at, end - at);
      }
    } catch (DataFormatException e) {
      throw broken();
    }
  }

  /** The header of the next piece; false where nothing but zeros follows. */
  private boolean begin() throws IOException {
    while (any && more() && b[at] == 0) {
      at++;
    }
    if (any && !more()) {
      return false;
    }
    if (next() != 0x1F || next() != 0x8B || next() != 8) {
      throw broken();
    }
    var flags = next();
    if ((flags & RESERVED) != 0) {
      throw broken();
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      pastZero();
    }
    if ((flags & COMMENT) != 0) {
      pastZero();
    }
    skip((flags & HEADER_CHECK) != 0 ? 2 : 0);
    inflater.reset();
    crc.reset();
    inflater.setInput(b, at, end - at);
    within = true;
    any = true;
    return true;
  }

  /** The checksum and the length after a piece. */
  private void finish() throws IOException {
    within = false;
    var sum = u32();
    var length = u32();
    if (sum != crc.getValue() || length != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
      throw broken();
    }
  }

  private long u32() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private void skip(int count) throws IOException {
    for (var i = 0; i < count; i++) {
      next();
    }
  }

  private void pastZero() throws IOException {
    while (next() != 0) {
      // A name or a comment, up to its end.
    }
  }

  private int next() throws IOException {
    if (!more()) {
      throw broken();
    }
    return b[at++] & 0xFF;
  }

  private boolean more() throws IOException {
    if (at < end) {
      return true;
    }
    before += end;
    at = 0;
    end = Math.max(0, in.read(b, 0, SIZE));
    return end > 0;
  }

  private static ArchiveLimit broken() {
    return new ArchiveLimit("import.zip-broken");
  }

  @Override
  public int available() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
