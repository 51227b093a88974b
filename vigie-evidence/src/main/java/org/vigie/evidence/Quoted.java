package org.vigie.evidence;

import org.vigie.ledger.Hash;

/**
 * Lines of an item that a paper quotes, with where they lie in its bytes.
 *
 * @param firstLine from 1, as the paper numbers them
 * @param lastLine at least {@code firstLine}
 * @param offset bytes before them
 * @param length their bytes
 * @param sha256 of those bytes
 */
public record Quoted(long firstLine, long lastLine, long offset, long length, Hash sha256) {

  /** Refuses what lies nowhere. */
  public Quoted {
    if (firstLine < 1 || lastLine < firstLine || offset < 0 || length < 1) {
      throw new IllegalArgumentException("Not lines of a file");
    }
  }
}
