package org.vigie.node.shell;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tomcat.util.http.fileupload.MultipartStream;

/** One file's bytes, up to the limit. Its end is reached only if its closing boundary came. */
final class UploadFile extends FilterInputStream {

  private final UploadLimits limits;
  private long total;

  UploadFile(InputStream in, UploadLimits limits) {
    super(in);
    this.limits = limits;
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
    } catch (MultipartStream.MalformedStreamException endedEarly) {
      throw new UploadCut(UploadRefused.cut());
    }
    total += Math.max(0, n);
    if (total > limits.fileBytes()) {
      throw new UploadCut(UploadRefused.fileTooLarge(limits.fileBytes()));
    }
    return n;
  }
}
