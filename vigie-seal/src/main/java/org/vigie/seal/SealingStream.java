package org.vigie.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals what is written to it. {@link #close} writes the last chunk, without which the file cannot
 * be opened; so when copying fails half way, {@link #abandon} it before it is closed. Not for use
 * by several threads.
 */
public final class SealingStream extends OutputStream {

  private final OutputStream out;
  private ChunkBatch filling;
  private @Nullable ChunkBatch sealing;
  private int filled;

  /** How many chunks were given to the cipher. */
  private long chunks;

  private boolean closed;

  SealingStream(OutputStream out, SecretKeySpec key) {
    this.out = out;
    this.filling = new ChunkBatch(ChunkCipher.sealing(key));
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    requireOpen();
    var from = offset;
    var end = offset + length;
    while (from < end) {
      // Sealed only when more follows: which chunk is the last shows at close.
      if (filled == ChunkBatch.PLAIN) {
        sealFull();
      }
      var part = Math.min(ChunkBatch.PLAIN - filled, end - from);
      System.arraycopy(bytes, from, filling.plain, filled, part);
      filled += part;
      from += part;
    }
  }

  /**
   * Seals all that {@code in} still holds, faster than by {@link #write}: until this returns,
   * another thread reads it. Abandons the file when it throws.
   *
   * @return how many bytes that was
   */
  public long transferFrom(InputStream in) throws IOException {
    requireOpen();
    var whole = false;
    try {
      writeSealed();
      var before = filled;
      var source = new Source(in);
      filled += in.readNBytes(filling.plain, filled, ChunkBatch.PLAIN - filled);
      Relay.run(filling, source, batch -> batch.write(out));
      whole = true;
      return source.sealed + filled - before;
    } finally {
      if (!whole) {
        abandon();
      }
    }
  }

  /** Seals a batch once it is known that something follows it. */
  private final class Source implements Relay.Source {
    private final InputStream in;
    private long sealed;

    private Source(InputStream in) {
      this.in = in;
    }

    @Override
    public @Nullable ChunkBatch next(ChunkBatch free) throws IOException {
      var more = filled < ChunkBatch.PLAIN ? 0 : in.readNBytes(free.plain, 0, ChunkBatch.PLAIN);
      if (more == 0) {
        return null;
      }
      var full = filling;
      startSealing(full);
      sealed += ChunkBatch.PLAIN;
      filling = free;
      filled = more;
      return full;
    }
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("this file is closed or abandoned");
    }
  }

  /** Flushes the stream below; what does not fill some chunks stays here. */
  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** Writes the last chunk, if not abandoned, and closes the stream below. */
  @Override
  public void close() throws IOException {
    try (out) {
      if (!closed) {
        writeSealed();
        filling.seal(chunks, filled, true);
        filling.write(out);
      }
    } finally {
      abandon();
    }
  }

  /** Gives up: what was written so far will never open as a whole file. Closes nothing. */
  public void abandon() {
    closed = true;
    filling.wipe();
    if (sealing != null) {
      sealing.wipe();
    }
    filled = 0;
  }

  private void sealFull() throws IOException {
    var full = filling;
    var spare = writeSealed();
    startSealing(full);
    sealing = full;
    filling = spare;
    filled = 0;
  }

  private void startSealing(ChunkBatch full) {
    full.startSealing(chunks);
    chunks += ChunkBatch.CHUNKS;
  }

  /** Writes what was sealed meanwhile and answers a batch that is free again. */
  private ChunkBatch writeSealed() throws IOException {
    var done = sealing;
    if (done == null) {
      return filling.another();
    }
    done.await();
    done.write(out);
    sealing = null;
    return done;
  }
}
