package org.vigie.node.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Replaces the last 64 bytes that are written by the SHA-256, in hexadecimal, of all bytes before
 * them, so that any changed, missing or added byte of the file shows.
 */
final class ClosingDigest extends FilterOutputStream {

  /** Length of what is replaced. */
  static final int LENGTH = 64;

  private final MessageDigest digest = Hashes.sha256();
  private final byte[] held = new byte[LENGTH];
  private int holding;

  ClosingDigest(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    var passed = Math.max(0, holding + length - LENGTH);
    var ofHeld = Math.min(passed, holding);
    pass(held, 0, ofHeld);
    System.arraycopy(held, ofHeld, held, 0, holding - ofHeld);
    holding -= ofHeld;
    pass(bytes, from, passed - ofHeld);
    var kept = length - (passed - ofHeld);
    System.arraycopy(bytes, from + length - kept, held, holding, kept);
    holding += kept;
  }

  private void pass(byte[] bytes, int from, int length) throws IOException {
    digest.update(bytes, from, length);
    out.write(bytes, from, length);
  }

  /** Writes the digest, and flushes. */
  @Override
  public void close() throws IOException {
    if (holding != LENGTH) {
      throw new IOException("too short to close");
    }
    out.write(HexFormat.of().formatHex(digest.digest()).getBytes(US_ASCII));
    out.flush();
  }
}
