package org.vigie.imports;

/**
 * A span of the source.
 *
 * @param offset bytes before it
 * @param length bytes in it
 */
public record ByteRange(long offset, long length) {

  /** The offset of the first byte after it. */
  public long end() {
    return offset + length;
  }
}
