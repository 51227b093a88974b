package org.vigie.imports.cage;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.vigie.imports.Source;

/** The document as the other end of the pipes hands it out, piece by piece, from any place. */
final class PipeSource implements Source {

  private static final int PIECE = 128 * 1024;
  private static final int FIRST = 8 * 1024; // who only looks at a beginning asks for no more

  private final DataInputStream down;
  private final DataOutputStream up;
  private final long length;

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

  private int need(long offset, byte[] into, int off, int most) throws IOException {
    var body = ByteBuffer.allocate(12).putLong(offset).putInt(most).array();
    CageProtocol.send(up, CageProtocol.NEED, body, body.length);
    up.flush();
    var count = down.readInt();
    if (count < 0 || count > most) {
      throw new IOException("answer out of bounds");
    }
    down.readFully(into, off, count);
    return count;
  }

  private final class Pieces extends InputStream {
    private final byte[] piece = new byte[PIECE];
    private long next;
    private int most = FIRST;
    private int at;
    private int end;

    private Pieces(long offset) {
      this.next = offset;
    }

    private boolean fill() throws IOException {
      if (at == end && next < length) {
        end = need(next, piece, 0, (int) Math.min(most, length - next));
        most = Math.min(PIECE, most * 2);
        at = 0;
        next += end;
      }
      return at < end;
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
      var n = Math.min(len, end - at);
      System.arraycopy(piece, at, b, off, n);
      at += n;
      return n;
    }

    @Override
    public long skip(long n) {
      if (n <= 0) {
        return 0;
      }
      var here = Math.min(n, end - at);
      at += (int) here;
      var beyond = Math.min(n - here, length - next);
      next += beyond;
      return here + beyond;
    }
  }
}
