package org.vigie.ledger;

import java.util.Optional;

/**
 * Where a log keeps its files: a port. Paths are relative, made by us, of lower-case letters,
 * digits, dots and slashes.
 */
public interface LogStore {

  /** Longest file a log ever reads back. */
  int MAX_LENGTH = 4 * 1024 * 1024;

  /**
   * The content of a file, if there is one.
   *
   * @throws java.io.UncheckedIOException when the store fails
   */
  Optional<byte[]> read(String path);

  /**
   * Writes a file whole. When this returns the content survives a power cut; when it fails, or the
   * machine stops before, a reader finds the former content or the new, never a mixture.
   *
   * @throws java.io.UncheckedIOException when the store fails
   */
  void write(String path, byte[] content);

  /** Removes a file that is no longer needed; nothing depends on when. */
  void remove(String path);
}
