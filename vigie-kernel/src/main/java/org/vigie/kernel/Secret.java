package org.vigie.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.function.Function;

/**
 * Secret bytes outside the Java heap, wiped when closed. Protects against heap dumps of a stopped
 * process and against printing by mistake; does not protect what a caller copies out in {@link
 * #use}, nor a running machine in an adversary's hands. Safe for use by several threads until
 * closed.
 */
public final class Secret implements AutoCloseable {

  private final Arena arena = Arena.ofShared();
  private final MemorySegment bytes;

  private Secret(int length) {
    bytes = arena.allocate(Math.max(1, length)).asSlice(0, length);
  }

  /** Takes over {@code source}: copies it out of the heap and wipes it. */
  public static Secret take(byte[] source) {
    var secret = new Secret(source.length);
    MemorySegment.copy(source, 0, secret.bytes, ValueLayout.JAVA_BYTE, 0, source.length);
    java.util.Arrays.fill(source, (byte) 0);
    return secret;
  }

  /** A fresh secret of {@code length} bytes. */
  public static Secret random(int length, SecureRandom random) {
    var fresh = new byte[length];
    random.nextBytes(fresh);
    return take(fresh);
  }

  /** Length in bytes. */
  public int length() {
    return (int) bytes.byteSize();
  }

  /**
   * Lends the bytes to {@code work} as a heap copy that is wiped when it returns.
   *
   * @throws IllegalStateException if this secret is closed
   */
  public <T> T use(Function<byte[], T> work) {
    var copy = bytes.toArray(ValueLayout.JAVA_BYTE);
    try {
      return work.apply(copy);
    } finally {
      java.util.Arrays.fill(copy, (byte) 0);
    }
  }

  /** An independent copy, to be closed by whoever asked for it. */
  public Secret copy() {
    return use(b -> take(b.clone()));
  }

  /** Whether both hold the same bytes; the time taken does not depend on where they differ. */
  public boolean sameAs(Secret other) {
    return use(mine -> other.use(theirs -> MessageDigest.isEqual(mine, theirs)));
  }

  /** Wipes and frees the bytes; a second call does nothing. */
  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      bytes.fill((byte) 0);
      arena.close();
    }
  }

  /** Never the bytes. */
  @Override
  public String toString() {
    return "Secret[" + (arena.scope().isAlive() ? bytes.byteSize() + " bytes" : "closed") + "]";
  }
}
