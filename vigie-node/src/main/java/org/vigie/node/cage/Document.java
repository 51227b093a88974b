package org.vigie.node.cage;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Source;

/** A source read from any place, opened again only where the reading goes back. */
final class Document implements AutoCloseable {

  private final Source source;
  private @Nullable InputStream in;
  private long at;

  Document(Source source) {
    this.source = source;
  }

  long length() {
    return source.length();
  }

  /** As many bytes as there are from {@code offset} on, {@code most} at most. */
  byte[] read(long offset, int most) throws IOException {
    var open = in;
    if (open == null || offset < at) {
      close();
      open = source.open(offset);
      in = open;
    } else if (offset > at) {
      open.skipNBytes(offset - at);
    }
    var piece = open.readNBytes(most);
    at = offset + piece.length;
    return piece;
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
      in = null;
    }
  }
}
