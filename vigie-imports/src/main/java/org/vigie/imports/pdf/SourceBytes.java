package org.vigie.imports.pdf;

import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Source;

/** A source as the library wants it: any byte at any time. Keeps eight pieces of 64 KiB. */
final class SourceBytes implements RandomAccessRead {

  private static final int PIECE = 64 * 1024;
  private static final int PIECES = 8;

  private final Source source;
  private final byte[][] pieces = new byte[PIECES][];
  private final long[] numbers = new long[PIECES];
  private int oldest;
  private long at;
  private boolean closed;
  private @Nullable IOException failure;

  SourceBytes(Source source) {
    this.source = source;
    Arrays.fill(numbers, -1);
  }

  /** Throws what kept us from reading the source, if anything did. */
  void throwFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  private byte[] piece(long number) throws IOException {
    for (var i = 0; i < PIECES; i++) {
      if (numbers[i] == number && pieces[i] != null) {
        return pieces[i];
      }
    }
    try (var in = source.open(number * PIECE)) {
      var read = in.readNBytes(PIECE);
      pieces[oldest] = read;
      numbers[oldest] = number;
      oldest = (oldest + 1) % PIECES;
      return read;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public int read() throws IOException {
    if (at >= source.length()) {
      return -1;
    }
    var piece = piece(at / PIECE);
    var i = (int) (at++ % PIECE);
    return i < piece.length ? piece[i] & 0xFF : -1;
  }

  @Override
  public int read(byte[] b, int offset, int length) throws IOException {
    if (at >= source.length()) {
      return -1;
    }
    var piece = piece(at / PIECE);
    var i = (int) (at % PIECE);
    var n = Math.min(length, piece.length - i);
    System.arraycopy(piece, i, b, offset, Math.max(0, n));
    at += Math.max(0, n);
    return n;
  }

  @Override
  public long getPosition() {
    return at;
  }

  @Override
  public void seek(long position) throws IOException {
    if (position < 0) {
      throw new IOException("before the beginning");
    }
    at = Math.min(position, source.length());
  }

  @Override
  public long length() {
    return source.length();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean isEOF() {
    return at >= source.length();
  }

  @Override
  public RandomAccessReadView createView(long start, long length) {
    return new RandomAccessReadView(this, start, length);
  }

  @Override
  public void close() {
    closed = true;
  }
}
