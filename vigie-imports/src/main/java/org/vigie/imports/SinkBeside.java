package org.vigie.imports;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages to a sink that works in a thread of its own, so that reading and writing out go on
 * at the same time. Holds some fifteen hundred messages at most, fewer when they are long. The sink
 * is no longer in use once {@link #close} returns; what it threw is thrown by {@link #accept} or
 * {@code close}.
 */
public final class SinkBeside implements MessageSink, AutoCloseable {

  private static final int BATCH = 512;
  private static final int BATCHES = 1;

  /** A batch is full sooner when its texts are long: memory is to stay the same whatever comes. */
  private static final int CHARACTERS = 1 << 17;

  /** Says that nothing comes any more; told from others by identity. */
  private final List<Message> end = new ArrayList<>();

  private final BlockingQueue<List<Message>> queue = new ArrayBlockingQueue<>(BATCHES);
  private final MessageSink sink;
  private final Thread thread;
  private List<Message> batch = new ArrayList<>(BATCH);
  private int characters;
  private boolean thrown;
  private volatile @Nullable Throwable failure;

  /** Hands messages to {@code sink}. */
  public SinkBeside(MessageSink sink) {
    this.sink = sink;
    thread = Thread.ofPlatform().daemon().name("messages").start(this::pass);
  }

  @Override
  public void accept(Message message) throws IOException {
    batch.add(message);
    characters += message.text().length();
    if (batch.size() == BATCH || characters > CHARACTERS) {
      throwFailure();
      put(batch);
      batch = new ArrayList<>(BATCH);
      characters = 0;
    }
  }

  /** Waits until the sink has taken every message. */
  @Override
  public void close() throws IOException {
    put(batch);
    put(end);
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      throw interrupted();
    }
    throwFailure();
  }

  private void put(List<Message> messages) throws IOException {
    try {
      queue.put(messages);
    } catch (InterruptedException stopped) {
      throw interrupted();
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while messages were handed over");
  }

  @SuppressWarnings("ReferenceEquality") // an empty batch equals the end and is not it
  private void pass() {
    try {
      for (var messages = queue.take(); messages != end; messages = queue.take()) {
        // After a failure the rest is taken and dropped, so that the reader never waits for
        // nothing.
        if (failure == null) {
          pass(messages);
        }
      }
    } catch (InterruptedException nobodyDoes) {
      failure = nobodyDoes;
    }
  }

  private void pass(List<Message> messages) {
    try {
      for (var message : messages) {
        sink.accept(message);
      }
    } catch (IOException | RuntimeException | Error failed) {
      failure = failed;
    }
  }

  /** Once: an exception cannot be suppressed by itself when {@code close} meets it again. */
  private void throwFailure() throws IOException {
    var failed = thrown ? null : failure;
    thrown = failed != null || thrown;
    switch (failed) {
      case null -> {}
      case IOException io -> throw io;
      case RuntimeException bug -> throw bug;
      case Error error -> throw error;
      default -> throw new IllegalStateException(failed);
    }
  }
}
