package org.vigie.imports;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes that can be read again from any place. Readers pass twice over a document, so a source is
 * never spooled to a disk: whoever gives it opens it again.
 */
public interface Source {

  /** The number of bytes. */
  long length();

  /**
   * The bytes from {@code offset} on; the caller closes it. A few may be open at once.
   *
   * @param offset from 0 to {@link #length()}
   * @throws IOException if the bytes cannot be had
   */
  InputStream open(long offset) throws IOException;
}
