package org.vigie.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals what is written to it. {@link #close} writes the last chunk, without which the file cannot
 * be opened; so when copying fails half way, {@link #abandon} it before it is closed. Not for use
 * by several threads.
 */
public final class SealingStream extends OutputStream {

  private final OutputStream out;
  private @Nullable ChunkCipher cipher;
  private final byte[] plain = new byte[ChunkCipher.PLAIN];
  private final byte[] sealed = new byte[ChunkCipher.SEALED];
  private int filled;

  SealingStream(OutputStream out, SecretKeySpec key) {
    this.out = out;
    this.cipher = ChunkCipher.sealing(key);
  }

  @Override
  public void write(int octet) throws IOException {
    if (filled == plain.length) {
      sealFull();
    }
    requireOpen();
    plain[filled++] = (byte) octet;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    requireOpen();
    var from = offset;
    var end = offset + length;
    while (from < end) {
      if (filled == plain.length) {
        sealFull();
      }
      // A chunk is sealed from where it is, but only while more follows: which is the last shows
      // at close.
      if (filled == 0 && end - from > plain.length) {
        seal(bytes, from, plain.length, false);
        from += plain.length;
        continue;
      }
      var part = Math.min(plain.length - filled, end - from);
      System.arraycopy(bytes, from, plain, filled, part);
      filled += part;
      from += part;
    }
  }

  /** Flushes the stream below; a chunk that is not full stays here. */
  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** Writes the last chunk, if not abandoned, and closes the stream below. */
  @Override
  public void close() throws IOException {
    try (out) {
      if (cipher != null) {
        seal(plain, 0, filled, true);
      }
    } finally {
      abandon();
    }
  }

  /** Gives up: what was written so far will never open as a whole file. Closes nothing. */
  public void abandon() {
    cipher = null;
    java.util.Arrays.fill(plain, (byte) 0);
    filled = 0;
  }

  private void sealFull() throws IOException {
    seal(plain, 0, plain.length, false);
    filled = 0;
  }

  private void seal(byte[] from, int offset, int length, boolean last) throws IOException {
    try {
      var written = requireOpen().next(from, offset, length, sealed, 0, last);
      out.write(sealed, 0, written);
    } catch (GeneralSecurityException missingAlgorithm) {
      throw new IllegalStateException(missingAlgorithm);
    }
  }

  private ChunkCipher requireOpen() throws IOException {
    if (cipher == null) {
      throw new IOException("this file is closed or abandoned");
    }
    return cipher;
  }
}
