package org.vigie.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/**
 * A few chunks of a payload on their way through the cipher, which runs beside the reading and
 * writing of others: files are read and written by the caller's thread alone.
 */
final class ChunkBatch {

  static final int CHUNKS = 4;
  static final int PLAIN = CHUNKS * ChunkCipher.PLAIN;

  final byte[] plain;

  /** Chunk by chunk, because the JDK copies sealed bytes that do not start an array. */
  private final byte[][] sealed = new byte[CHUNKS][];

  private final int[] sealedLengths = new int[CHUNKS];
  private int plainLength;
  private int count;
  private @Nullable SealRefused refused;
  private @Nullable ForkJoinTask<?> work;

  ChunkBatch() {
    this(PLAIN);
  }

  ChunkBatch(int plainCapacity) {
    plain = new byte[plainCapacity];
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

  /** Reads as many chunks as there are room and data for. */
  void read(InputStream in) throws IOException {
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

  /** Lets {@code task} run on this batch elsewhere until {@link #await}. */
  void start(Runnable task) {
    work = ForkJoinPool.commonPool().submit(task);
  }

  boolean isStarted() {
    return work != null;
  }

  /** Waits for what {@link #start} began, or does it if nobody has begun yet. */
  void await() {
    if (work != null) {
      work.join();
      work = null;
    }
  }

  /** Opens all chunks up to the first bad one; {@code last} if nothing is behind them. */
  void open(ChunkCipher cipher, boolean last) {
    plainLength = 0;
    refused = null;
    for (var i = 0; i < count && refused == null; i++) {
      refused = open(cipher, i, last && i == count - 1);
    }
  }

  private @Nullable SealRefused open(ChunkCipher cipher, int i, boolean last) {
    if (sealedLengths[i] < ChunkCipher.TAG) {
      return SealRefused.truncated();
    }
    // Only an empty file has an empty chunk (age.md).
    if (sealedLengths[i] == ChunkCipher.TAG && !cipher.atStart()) {
      return SealRefused.tampered();
    }
    try {
      plainLength += cipher.next(sealed[i], 0, sealedLengths[i], plain, plainLength, last);
      return null;
    } catch (GeneralSecurityException forged) {
      var cutShort = last && sealedLengths[i] == ChunkCipher.SEALED && cipher.wasMiddle(sealed[i]);
      return cutShort ? SealRefused.truncated() : SealRefused.tampered();
    }
  }

  /** Seals the first {@code length} bytes of {@link #plain}; {@code last} if nothing follows. */
  void seal(ChunkCipher cipher, int length, boolean last) {
    count = Math.max(1, (length + ChunkCipher.PLAIN - 1) / ChunkCipher.PLAIN);
    try {
      for (var i = 0; i < count; i++) {
        var from = i * ChunkCipher.PLAIN;
        var part = Math.min(ChunkCipher.PLAIN, length - from);
        if (sealed[i] == null || sealed[i].length < part + ChunkCipher.TAG) {
          sealed[i] = new byte[part + ChunkCipher.TAG];
        }
        sealedLengths[i] = cipher.next(plain, from, part, sealed[i], 0, last && i == count - 1);
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
