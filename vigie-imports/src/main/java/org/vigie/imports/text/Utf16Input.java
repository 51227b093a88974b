package org.vigie.imports.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** UTF-16 read as UTF-8. Lone surrogates and an odd last byte become U+FFFD. */
final class Utf16Input extends FilterInputStream {

  private static final int CHUNK = 32 * 1024;
  private static final int REPLACEMENT = 0xFFFD;

  private final boolean bigEndian;
  private final byte[] raw = new byte[CHUNK];
  private final byte[] out = new byte[CHUNK * 3];
  private int outAt;
  private int outEnd;
  private int high = -1;
  private boolean ended;

  Utf16Input(InputStream in, boolean bigEndian) {
    super(in);
    this.bigEndian = bigEndian;
  }

  @Override
  public int read() throws IOException {
    return fill() ? out[outAt++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (!fill()) {
      return -1;
    }
    var n = Math.min(len, outEnd - outAt);
    System.arraycopy(out, outAt, b, off, n);
    outAt += n;
    return n;
  }

  private boolean fill() throws IOException {
    while (outAt == outEnd) {
      if (ended) {
        return false;
      }
      outAt = 0;
      outEnd = 0;
      var n = in.readNBytes(raw, 0, CHUNK);
      for (var i = 0; i + 1 < n; i += 2) {
        var first = raw[i] & 0xFF;
        var second = raw[i + 1] & 0xFF;
        unit(bigEndian ? first << 8 | second : second << 8 | first);
      }
      ended = n < CHUNK;
      if (ended) {
        finish(n % 2 != 0);
      }
    }
    return true;
  }

  private void finish(boolean oddByte) {
    if (high >= 0) {
      put(REPLACEMENT);
      high = -1;
    }
    if (oddByte) {
      put(REPLACEMENT);
    }
  }

  private void unit(int unit) {
    if (high >= 0) {
      if (Character.isLowSurrogate((char) unit)) {
        put(Character.toCodePoint((char) high, (char) unit));
        high = -1;
        return;
      }
      put(REPLACEMENT);
      high = -1;
    }
    if (Character.isHighSurrogate((char) unit)) {
      high = unit;
    } else {
      put(Character.isLowSurrogate((char) unit) ? REPLACEMENT : unit);
    }
  }

  private void put(int c) {
    outEnd = Utf8.put(out, outEnd, c);
  }
}
