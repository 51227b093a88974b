package org.vigie.node.cage;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.MemberId;

/**
 * One at a time: whoever takes a whole document or recording into memory takes the turn before its
 * first byte and gives it back when nothing of it is in memory any more. Protects the memory of the
 * node from many who wait with their hands full, and everybody's work from one account that keeps
 * coming: accounts have the turn one after the other, however often one stands in line. Does not
 * protect from many accounts that do so together. Safe for use by several threads.
 */
public final class Turn {

  /** So long, in all, programs may work for whoever has it. */
  public static final Duration LONGEST = Duration.ofMinutes(3);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final LongSupplier nanos;

  /** Who waits, by account: the account whose turn comes next first, and those of one in order. */
  private final Map<MemberId, Deque<Object>> line = new LinkedHashMap<>();

  private boolean held;
  private @Nullable MemberId last;
  private long since;

  /** One that nobody has. */
  Turn() {
    this(System::nanoTime);
  }

  /** Likewise; {@code nanos} counts on as {@link System#nanoTime} does. */
  Turn(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Takes it.
   *
   * @param who for whom
   * @param patience how long to wait for whoever has it, and whose turn comes before
   * @throws CageRefused {@code cage.busy} if it is not free by then
   */
  public Held take(MemberId who, Duration patience) throws CageRefused {
    var place = new Object();
    lock.lock();
    try {
      line.computeIfAbsent(who, _ -> new ArrayDeque<>()).add(place);
      var left = patience.toNanos();
      while (held || !place.equals(next())) {
        if (left <= 0) {
          throw new CageRefused(CageRefused.BUSY);
        }
        left = changed.awaitNanos(left);
      }
      held = true;
      last = who;
      since = nanos.getAsLong();
      return new Held();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CageRefused(CageRefused.BUSY);
    } finally {
      leave(who, place);
      changed.signalAll();
      lock.unlock();
    }
  }

  /** The first of the first account that did not just have it; else the first. */
  private @Nullable Object next() {
    Object first = null;
    for (var waiting : line.entrySet()) {
      if (!waiting.getKey().equals(last)) {
        return waiting.getValue().peek();
      }
      first = waiting.getValue().peek();
    }
    return first;
  }

  /** Whoever else waits for the same account goes behind the others. */
  private void leave(MemberId who, Object place) {
    var waiting = line.remove(who);
    if (waiting != null && waiting.remove(place) && !waiting.isEmpty()) {
      line.put(who, waiting);
    }
  }

  /** How long programs may still work for whoever has it; {@link #LONGEST} if nobody has. */
  Duration left() {
    lock.lock();
    try {
      return held ? LONGEST.minusNanos(nanos.getAsLong() - since) : LONGEST;
    } finally {
      lock.unlock();
    }
  }

  private void release() {
    lock.lock();
    try {
      held = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The turn, until it is closed; closing it again does nothing. */
  public final class Held implements AutoCloseable {

    private final AtomicBoolean held = new AtomicBoolean(true);

    private Held() {}

    @Override
    public void close() {
      if (held.getAndSet(false)) {
        release();
      }
    }
  }
}
