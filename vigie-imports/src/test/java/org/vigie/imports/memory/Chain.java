package org.vigie.imports.memory;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Source;

/** Sources one after another, as one. */
final class Chain implements Source {

  private final List<Source> links;
  private final long length;

  Chain(List<Source> links) {
    this.links = List.copyOf(links);
    this.length = links.stream().mapToLong(Source::length).sum();
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public InputStream open(long offset) {
    return new Reading(offset);
  }

  private final class Reading extends InputStream {
    private long offset;
    private int next;
    private @Nullable InputStream in;

    private Reading(long offset) {
      this.offset = offset;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      while (in != null || next < links.size()) {
        var n = in == null ? -1 : in.read(b, off, len);
        if (n >= 0) {
          return n;
        }
        follow();
      }
      return -1;
    }

    /** Opens the next link, behind what is left out of it. */
    private void follow() throws IOException {
      in = null;
      while (in == null && next < links.size()) {
        var link = links.get(next++);
        if (offset < link.length()) {
          in = link.open(offset);
        }
        offset = Math.max(0, offset - link.length());
      }
    }
  }
}
