package org.vigie.node.shell;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The request's body, counted. A read that fails means the line is gone: {@link UploadCut}. */
final class UploadBody extends FilterInputStream {

  private final UploadPace pace;
  private long total;
  private boolean complete;

  UploadBody(InputStream in, UploadPace pace) {
    super(in);
    this.pace = pace;
  }

  /** Whether the sender finished sending. */
  boolean complete() {
    return complete;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n;
    try {
      n = super.read(buffer, offset, length);
    } catch (IOException gone) {
      throw new UploadCut(UploadRefused.cut());
    }
    if (n < 0) {
      complete = true;
      return n;
    }
    total += n;
    pace.came(total);
    return n;
  }
}
