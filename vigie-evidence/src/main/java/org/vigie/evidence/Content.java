package org.vigie.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes that can be read more than once: a package reads each content twice, once to know its
 * hashes and once to copy it, so that nothing has to wait on a disk in the clear.
 */
@FunctionalInterface
public interface Content {

  /** Opens the bytes from the beginning; the caller closes. */
  InputStream open() throws IOException;

  /** Content in memory. */
  static Content of(byte[] bytes) {
    var kept = bytes.clone();
    return () -> new ByteArrayInputStream(kept);
  }
}
