package org.vigie.imports.cage;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.vigie.imports.Source;

/**
 * The document as the other end of the pipes hands it out, piece by piece, from any place. The last
 * piece is kept: whoever looks at many small files one after another asks for each part once.
 */
final class PipeSource implements Source {

  private static final int PIECE = 128 * 1024;
  private static final int FIRST = 8 * 1024; // who only looks at a beginning asks for no more

  private final DataInputStream down;
  private final DataOutputStream up;
  private final long length;
  private byte[] last = new byte[0];
  private long lastAt;

  PipeSource(DataInputStream down, DataOutputStream up, long length) {
    this.down = down;
    this.up = up;
    this.length = length;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public InputStream open(long offset) {
    return new Pieces(offset);
  }

  /** Fetches what lies at {@code offset}, unless it is in the last piece. */
  private void need(long offset, int most) throws IOException {
    if (offset >= lastAt && offset < lastAt + last.length) {
      return;
    }
    var body = ByteBuffer.allocate(12).putLong(offset).putInt(most).array();
    CageProtocol.send(up, CageProtocol.NEED, body, body.length);
    up.flush();
    var count = down.readInt();
    if (count < 0 || count > most) {
      throw new IOException("answer out of bounds");
    }
    // Never written to again: streams that were opened before may still read the one before it.
    var piece = new byte[count];
    down.readFully(piece);
    last = piece;
    lastAt = offset;
  }

  private final class Pieces extends InputStream {
    private byte[] piece = new byte[0];
    private long next;
    private int most = FIRST;
    private int at;

    private Pieces(long offset) {
      this.next = offset;
    }

    private boolean fill() throws IOException {
      if (at == piece.length && next < length) {
        need(next, (int) Math.min(most, length - next));
        most = Math.min(PIECE, most * 2);
        piece = last;
        at = (int) Math.min(piece.length, next - lastAt);
        next = lastAt + piece.length;
      }
      return at < piece.length;
    }

    @Override
    public int read() throws IOException {
      return fill() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      Objects.checkFromIndexSize(off, len, b.length);
      if (len == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      var n = Math.min(len, piece.length - at);
      System.arraycopy(piece, at, b, off, n);
      at += n;
      return n;
    }

    @Override
    public long skip(long n) {
      if (n <= 0) {
        return 0;
      }
      var here = Math.min(n, piece.length - at);
      at += (int) here;
      var beyond = Math.min(n - here, length - next);
      next += beyond;
      return here + beyond;
    }
  }
}
