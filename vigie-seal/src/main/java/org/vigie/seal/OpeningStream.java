package org.vigie.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Opens an age payload a few chunks at a time. Each chunk is verified before any of it is handed
 * out, and the next are read ahead because only a chunk with nothing behind it may be the last.
 */
final class OpeningStream extends InputStream {

  private final InputStream in;

  /** How many chunks were read. */
  private long chunks;

  /** Handed out, being opened, read ahead. */
  private ChunkBatch current;

  private @Nullable ChunkBatch opening;
  private @Nullable ChunkBatch ahead;
  private int position;
  private boolean closed;
  private @Nullable SealRefused refused;

  OpeningStream(InputStream in, SecretKeySpec key) throws IOException {
    this.in = in;
    current = new ChunkBatch(ChunkCipher.opening(key));
    read(current);
    if (current.isFull()) {
      var first = current;
      current = first.another();
      var second = first.another();
      read(second);
      first.startOpening(second.isEmpty());
      opening = first;
      ahead = second;
    } else {
      openAlone();
    }
  }

  @Override
  public int read() throws IOException {
    return fill() ? current.plain[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, to.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    var part = Math.min(length, current.plainLength() - position);
    System.arraycopy(current.plain, position, to, offset, part);
    position += part;
    return part;
  }

  private void read(ChunkBatch batch) throws IOException {
    batch.read(in, chunks);
    chunks += ChunkBatch.CHUNKS;
  }

  /** Faster than {@link #read}: until it returns, another thread reads the stream below. */
  @Override
  public long transferTo(OutputStream out) throws IOException {
    requireOpen();
    var total = new long[1];
    drain(out, total);
    if (opening != null) {
      Relay.run(
          current,
          this::next,
          batch -> {
            current = batch;
            position = 0;
            drain(out, total);
            refused = batch.refused();
            requireIntact();
          });
      current = current.nothing();
      position = 0;
    }
    // What is left to say: that it ended well, or why not.
    fill();
    return total[0];
  }

  private void requireIntact() throws BrokenSealException {
    if (refused != null) {
      throw new BrokenSealException(refused);
    }
  }

  private void drain(OutputStream out, long[] total) throws IOException {
    var part = current.plainLength() - position;
    out.write(current.plain, position, part);
    total[0] += part;
    position += part;
  }

  /** Lets the batch whose turn it is be opened and reads one more into {@code free}. */
  private @Nullable ChunkBatch next(ChunkBatch free) throws IOException {
    var turn = opening;
    var behind = ahead;
    if (turn == null || behind == null) {
      return null;
    }
    if (!turn.isStarted()) {
      turn.startOpening(behind.isEmpty());
    }
    readBehind(behind, free);
    opening = behind.isEmpty() ? null : behind;
    ahead = free;
    return turn;
  }

  private void readBehind(ChunkBatch batch, ChunkBatch free) throws IOException {
    if (batch.isFull()) {
      read(free);
    } else {
      free.clear();
    }
  }

  /** How many bytes are at hand without opening more chunks. */
  @Override
  public int available() {
    return current.plainLength() - position;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    position = 0;
    current.wipe();
    if (opening != null) {
      opening.wipe();
      opening = null;
    }
    // A batch that is used again still holds what it held before.
    if (ahead != null) {
      ahead.wipe();
      ahead = null;
    }
    in.close();
  }

  /** A file of a few chunks needs no second batch and no second thread. */
  private void openAlone() {
    if (current.isEmpty()) {
      refused = SealRefused.truncated();
    } else {
      current.open(true);
      refused = current.refused();
    }
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("this file is closed");
    }
  }

  private boolean fill() throws IOException {
    requireOpen();
    while (position == current.plainLength() && refused == null && opening != null) {
      advance();
    }
    if (position < current.plainLength()) {
      return true;
    }
    requireIntact();
    return false;
  }

  /** Takes the opened batch, lets the next be opened, and reads one more meanwhile. */
  private void advance() throws IOException {
    var done = Objects.requireNonNull(opening);
    var next = Objects.requireNonNull(ahead);
    var free = current;
    readBehind(next, free);
    done.await();
    current = done;
    position = 0;
    refused = done.refused();
    opening = next.isEmpty() || refused != null ? null : next;
    ahead = free;
    if (opening != null) {
      opening.startOpening(free.isEmpty());
    }
  }
}
