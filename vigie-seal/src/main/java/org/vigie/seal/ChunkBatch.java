package org.vigie.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A few chunks of a payload on their way through the cipher, which runs beside the reading and
 * writing of others. Several batches of one payload may be in the cipher at once.
 */
final class ChunkBatch {

  static final int CHUNKS = 4;
  static final int PLAIN = CHUNKS * ChunkCipher.PLAIN;

  final byte[] plain;

  private final ChunkCipher cipher;

  /** Chunk by chunk, because the JDK copies sealed bytes that do not start an array. */
  private final byte[][] sealed = new byte[CHUNKS][];

  private final int[] sealedLengths = new int[CHUNKS];
  private long first;
  private int plainLength;
  private int count;
  private @Nullable SealRefused refused;
  private @Nullable FutureTask<?> work;

  ChunkBatch(ChunkCipher cipher) {
    this(cipher, PLAIN);
  }

  private ChunkBatch(ChunkCipher cipher, int plainCapacity) {
    this.cipher = cipher;
    plain = new byte[plainCapacity];
  }

  /** A batch of the same payload. */
  ChunkBatch another() {
    return new ChunkBatch(cipher.another());
  }

  /** One that never holds anything. */
  ChunkBatch nothing() {
    return new ChunkBatch(cipher, 0);
  }

  int plainLength() {
    return plainLength;
  }

  /** Why it was not opened beyond {@link #plainLength}, if it was not. */
  @Nullable SealRefused refused() {
    return refused;
  }

  /** Whether chunks were read into it at all. */
  boolean isEmpty() {
    return count == 0;
  }

  /** Whether there may be chunks behind these. */
  boolean isFull() {
    return count == CHUNKS && sealedLengths[CHUNKS - 1] == ChunkCipher.SEALED;
  }

  /** Forgets what was read into it. */
  void clear() {
    count = 0;
  }

  /**
   * Reads as many chunks as there are room and data for; the first is the payload's {@code
   * number}th.
   */
  void read(InputStream in, long number) throws IOException {
    first = number;
    count = 0;
    do {
      if (sealed[count] == null) {
        sealed[count] = new byte[ChunkCipher.SEALED];
      }
      sealedLengths[count] = in.readNBytes(sealed[count], 0, ChunkCipher.SEALED);
      if (sealedLengths[count] == 0) {
        return;
      }
      count++;
    } while (count < CHUNKS && sealedLengths[count - 1] == ChunkCipher.SEALED);
  }

  /** Lets the chunks that were read be opened elsewhere until {@link #await}. */
  void startOpening(boolean last) {
    start(() -> open(last));
  }

  /** Lets a full batch be sealed elsewhere until {@link #await}. */
  void startSealing(long number) {
    start(() -> seal(number, PLAIN, false));
  }

  private void start(Runnable task) {
    var begun = new FutureTask<@Nullable Void>(task, null);
    work = begun;
    ForkJoinPool.commonPool().execute(begun);
  }

  boolean isStarted() {
    return work != null;
  }

  /** Waits for what was started, or does it if nobody has begun yet; also when interrupted. */
  void await() {
    var begun = work;
    if (begun == null) {
      return;
    }
    work = null;
    begun.run();
    var interrupted = false;
    try {
      for (var ended = false; !ended; ) {
        try {
          begun.get();
          ended = true;
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Opens all chunks up to the first bad one; {@code last} if nothing is behind them. */
  void open(boolean last) {
    plainLength = 0;
    refused = null;
    for (var i = 0; i < count && refused == null; i++) {
      refused = open(i, last && i == count - 1);
    }
  }

  private @Nullable SealRefused open(int i, boolean last) {
    var number = first + i;
    if (sealedLengths[i] < ChunkCipher.TAG) {
      return SealRefused.truncated();
    }
    // Only an empty file has an empty chunk (age.md).
    if (sealedLengths[i] == ChunkCipher.TAG && number > 0) {
      return SealRefused.tampered();
    }
    try {
      var turn = new ChunkCipher.Turn(number, last);
      plainLength += cipher.run(turn, sealed[i], 0, sealedLengths[i], plain, plainLength);
      return null;
    } catch (GeneralSecurityException forged) {
      var cutShort =
          last && sealedLengths[i] == ChunkCipher.SEALED && cipher.wasMiddle(number, sealed[i]);
      return cutShort ? SealRefused.truncated() : SealRefused.tampered();
    }
  }

  /**
   * Seals the first {@code length} bytes of {@link #plain} as the payload's chunks from {@code
   * number} on; {@code last} if nothing follows.
   */
  void seal(long number, int length, boolean last) {
    count = Math.max(1, (length + ChunkCipher.PLAIN - 1) / ChunkCipher.PLAIN);
    try {
      for (var i = 0; i < count; i++) {
        var from = i * ChunkCipher.PLAIN;
        var part = Math.min(ChunkCipher.PLAIN, length - from);
        if (sealed[i] == null || sealed[i].length < part + ChunkCipher.TAG) {
          sealed[i] = new byte[part + ChunkCipher.TAG];
        }
        var turn = new ChunkCipher.Turn(number + i, last && i == count - 1);
        sealedLengths[i] = cipher.run(turn, plain, from, part, sealed[i], 0);
      }
    } catch (GeneralSecurityException missingAlgorithm) {
      throw new IllegalStateException(missingAlgorithm);
    }
  }

  /** Writes what {@link #seal} made. */
  void write(OutputStream out) throws IOException {
    for (var i = 0; i < count; i++) {
      out.write(sealed[i], 0, sealedLengths[i]);
    }
    count = 0;
  }

  void wipe() {
    await();
    Arrays.fill(plain, (byte) 0);
    plainLength = 0;
  }
}
