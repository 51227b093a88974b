package org.vigie.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A range of a sealed blob's plain bytes without the padding behind them. When the range goes to
 * the end of the bytes, the padding is read too before the end is reported, so that a blob whose
 * tail was changed does not end like a whole one.
 */
final class UnpaddedStream extends InputStream {

  private final InputStream padded;
  private final long last;
  private final boolean toTheEnd;
  private long position;

  UnpaddedStream(InputStream padded, long first, long last, long length) throws IOException {
    this.padded = padded;
    this.last = last;
    this.toTheEnd = last == length;
    padded.skipNBytes(first);
    position = first;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position == last) {
      return end();
    }
    var read = padded.read(into, from, (int) Math.min(length, last - position));
    if (read < 0) {
      throw new java.io.EOFException("a sealed blob ends before its last byte");
    }
    position += read;
    return read;
  }

  private int end() throws IOException {
    if (toTheEnd) {
      padded.transferTo(OutputStream.nullOutputStream());
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    padded.close();
  }
}
