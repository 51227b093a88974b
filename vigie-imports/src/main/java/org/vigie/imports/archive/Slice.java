package org.vigie.imports.archive;

import java.io.IOException;
import java.io.InputStream;
import org.vigie.imports.Source;

/**
 * A part of another source.
 *
 * @param whole the other source
 * @param at where the part begins in it
 * @param length bytes of the part
 */
public record Slice(Source whole, long at, long length) implements Source {

  @Override
  public InputStream open(long offset) throws IOException {
    return new Part(whole.open(at + offset), length - offset);
  }

  private static final class Part extends BlockInput {
    private long left;

    private Part(InputStream in, long left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      if (len == 0) {
        return 0;
      }
      if (left == 0) {
        return -1;
      }
      var n = in.read(b, off, (int) Math.min(len, left));
      if (n < 0) {
        throw new ArchiveLimit("import.zip-broken");
      }
      left -= n;
      return n;
    }

    @Override
    public long skip(long n) throws IOException {
      var skipped = n <= 0 ? 0 : in.skip(Math.min(n, left));
      left -= skipped;
      return skipped;
    }
  }
}
