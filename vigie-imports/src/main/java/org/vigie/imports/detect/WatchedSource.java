package org.vigie.imports.detect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Source;

/**
 * Remembers that a source failed, for readers above which a failure of the source looks like one of
 * the archive in it.
 */
final class WatchedSource implements Source {

  private final Source source;
  private @Nullable IOException failure;

  WatchedSource(Source source) {
    this.source = source;
  }

  /** Throws what the source threw, if it ever did. */
  void requireWhole() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public long length() {
    return source.length();
  }

  @Override
  public InputStream open(long offset) throws IOException {
    try {
      return new Watched(source.open(offset));
    } catch (IOException failed) {
      throw noted(failed);
    }
  }

  private IOException noted(IOException failed) {
    failure = failed;
    return failed;
  }

  private final class Watched extends FilterInputStream {

    Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return in.read();
      } catch (IOException failed) {
        throw noted(failed);
      }
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      try {
        return in.read(into, from, length);
      } catch (IOException failed) {
        throw noted(failed);
      }
    }

    @Override
    public long skip(long most) throws IOException {
      try {
        return in.skip(most);
      } catch (IOException failed) {
        throw noted(failed);
      }
    }
  }
}
