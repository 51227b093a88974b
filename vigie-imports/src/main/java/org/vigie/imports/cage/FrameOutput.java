package org.vigie.imports.cage;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The result, sent up in frames. */
final class FrameOutput extends OutputStream {

  private final DataOutputStream up;
  private final byte kind;
  private final byte[] buffer = new byte[64 * 1024];
  private int at;

  FrameOutput(DataOutputStream up, byte kind) {
    this.kind = kind;
    this.up = up;
  }

  @Override
  public void write(int b) throws IOException {
    if (at == buffer.length) {
      flush();
    }
    buffer[at++] = (byte) b;
  }

  @Override
  public void write(byte[] b, int off, int len) throws IOException {
    var from = off;
    var left = len;
    while (left > 0) {
      if (at == buffer.length) {
        flush();
      }
      var n = Math.min(left, buffer.length - at);
      System.arraycopy(b, from, buffer, at, n);
      at += n;
      from += n;
      left -= n;
    }
  }

  @Override
  public void flush() throws IOException {
    if (at > 0) {
      CageProtocol.send(up, kind, buffer, at);
      at = 0;
      up.flush();
    }
  }
}
