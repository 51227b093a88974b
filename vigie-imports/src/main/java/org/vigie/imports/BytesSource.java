package org.vigie.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A source held in memory. */
public final class BytesSource implements Source {

  private final byte[] bytes;

  /** Reads {@code bytes} in place; they must not change. */
  public BytesSource(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public InputStream open(long offset) {
    var from = Math.toIntExact(offset);
    return new ByteArrayInputStream(bytes, from, bytes.length - from);
  }
}
