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
  private final ChunkCipher cipher;

  /** Handed out, being opened, read ahead. */
  private ChunkBatch current = new ChunkBatch();

  private @Nullable ChunkBatch opening;
  private @Nullable ChunkBatch ahead;
  private int position;
  private boolean closed;
  private @Nullable SealRefused refused;

  OpeningStream(InputStream in, SecretKeySpec key) throws IOException {
    this.in = in;
    this.cipher = ChunkCipher.opening(key);
    current.read(in);
    if (current.isFull()) {
      opening = current;
      current = new ChunkBatch();
      ahead = new ChunkBatch();
      ahead.read(in);
      start(opening, ahead);
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

  /** Faster than {@link #read}: until it returns, another thread reads the stream below. */
  @Override
  public long transferTo(OutputStream out) throws IOException {
    requireOpen();
    var total = new long[1];
    drain(out, total);
    if (opening != null) {
      Relay.run(
          this::next,
          batch -> {
            current = batch;
            position = 0;
            drain(out, total);
          });
      current = new ChunkBatch(0);
      position = 0;
    }
    // What is left to say: that it ended well, or why not.
    fill();
    return total[0];
  }

  private void drain(OutputStream out, long[] total) throws IOException {
    var part = current.plainLength() - position;
    out.write(current.plain, position, part);
    total[0] += part;
    position += part;
  }

  /** Opens the batch whose turn it is and reads one more into {@code free}. */
  private @Nullable ChunkBatch next(ChunkBatch free) throws IOException {
    var turn = opening;
    var behind = ahead;
    if (turn == null || behind == null) {
      return null;
    }
    if (turn.isStarted()) {
      turn.await();
    } else {
      turn.open(cipher, behind.isEmpty());
    }
    if (behind.isFull()) {
      free.read(in);
    } else {
      free.clear();
    }
    refused = turn.refused();
    opening = behind.isEmpty() || refused != null ? null : behind;
    ahead = free;
    return turn;
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
    in.close();
  }

  /** A file of a few chunks needs no second batch and no second thread. */
  private void openAlone() {
    if (current.isEmpty()) {
      refused = SealRefused.truncated();
    } else {
      current.open(cipher, true);
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
    if (refused != null) {
      throw new BrokenSealException(refused);
    }
    return false;
  }

  /** Takes the opened batch, lets the next be opened, and reads one more meanwhile. */
  private void advance() throws IOException {
    var done = Objects.requireNonNull(opening);
    var next = Objects.requireNonNull(ahead);
    var free = current;
    if (next.isFull()) {
      free.read(in);
    } else {
      free.clear();
    }
    done.await();
    current = done;
    position = 0;
    refused = done.refused();
    opening = next.isEmpty() || refused != null ? null : next;
    ahead = free;
    if (opening != null) {
      start(opening, ahead);
    }
  }

  private void start(ChunkBatch batch, ChunkBatch behind) {
    var last = behind.isEmpty();
    batch.start(() -> batch.open(cipher, last));
  }
}
