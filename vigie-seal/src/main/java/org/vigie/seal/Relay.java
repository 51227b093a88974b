package org.vigie.seal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A long copy shared by several threads: a helper reads, the caller's writes, and the cipher runs
 * on whatever processor is free. More than half of the time of a large file is spent in the system,
 * so two processors finish sooner than one.
 */
final class Relay {

  private static final int BATCHES = 4;

  /** Reads batches and starts them, in the helper's thread. */
  @FunctionalInterface
  interface Source {
    /** The next one, started; made with the help of {@code free}; null at the end. */
    @Nullable ChunkBatch next(ChunkBatch free) throws IOException;
  }

  /** Writes a batch that is through the cipher, in the caller's thread. */
  @FunctionalInterface
  interface Sink {
    void accept(ChunkBatch batch) throws IOException;
  }

  private final Source source;
  private final BlockingQueue<ChunkBatch> free = new LinkedBlockingQueue<>();
  private final BlockingQueue<ChunkBatch> ready = new LinkedBlockingQueue<>();

  /** Says that nothing comes any more, either way. */
  private final ChunkBatch end;

  private @Nullable Throwable failure;

  private Relay(ChunkBatch pattern, Source source) {
    this.source = source;
    end = pattern.nothing();
    for (var given = 0; given < BATCHES; given++) {
      free.add(pattern.another());
    }
  }

  /**
   * Hands everything from {@code source} to {@code sink}, in batches like {@code pattern}; neither
   * is in use any more when this returns or throws.
   */
  static void run(ChunkBatch pattern, Source source, Sink sink) throws IOException {
    var relay = new Relay(pattern, source);
    var helper = Thread.ofPlatform().daemon().name("reading").start(relay::produce);
    var interrupted = false;
    try {
      interrupted = relay.consume(sink);
    } finally {
      relay.free.add(relay.end);
      join(helper);
      relay.free.forEach(ChunkBatch::wipe);
      relay.ready.forEach(ChunkBatch::wipe);
    }
    relay.throwFailure();
    if (interrupted) {
      throw new InterruptedIOException("interrupted while sealing or opening");
    }
  }

  private void produce() {
    try {
      while (true) {
        var batch = free.take();
        var made = batch == end ? null : next(batch);
        ready.put(made == null ? end : made);
        if (made == null) {
          return;
        }
      }
    } catch (IOException | RuntimeException | Error | InterruptedException failed) {
      failure = failed;
      ready.add(end);
    }
  }

  /**
   * A batch that was not made use of still holds what it held before: it goes back, to be wiped.
   */
  private @Nullable ChunkBatch next(ChunkBatch batch) throws IOException {
    var used = false;
    try {
      var made = source.next(batch);
      used = made != null;
      return made;
    } finally {
      if (!used) {
        free.add(batch);
      }
    }
  }

  private boolean consume(Sink sink) throws IOException {
    try {
      for (var batch = ready.take(); batch != end; batch = ready.take()) {
        batch.await();
        sink.accept(batch);
        free.add(batch);
      }
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Waits also when interrupted: the streams must not be used behind the caller's back. */
  private static void join(Thread helper) {
    var interrupted = false;
    while (helper.isAlive()) {
      try {
        helper.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void throwFailure() throws IOException {
    switch (failure) {
      case null -> {}
      case IOException io -> throw io;
      case RuntimeException bug -> throw bug;
      case Error error -> throw error;
      default -> throw new IllegalStateException(failure);
    }
  }
}
