package org.vigie.imports.media;

/**
 * One piece of a file: a segment of a JPEG, a chunk of a PNG or RIFF, a box of an MP4.
 *
 * @param name {@code APP1}, {@code eXIf}, {@code moov}
 * @param at where it begins in the file
 * @param header bytes of it before its content
 * @param length all bytes of it
 * @param content bytes of its content: what follows a chunk's content is a checksum
 */
public record Piece(String name, long at, int header, long length, long content) {

  /** Where its content begins. */
  public long from() {
    return at + header;
  }

  /** Where the next one begins. */
  public long end() {
    return at + length;
  }
}
