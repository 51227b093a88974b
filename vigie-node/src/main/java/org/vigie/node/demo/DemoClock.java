package org.vigie.node.demo;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a demonstration: stands on a day of the story while that day is written, and goes
 * with the real one afterwards. Safe for use by several threads.
 */
public final class DemoClock implements InstantSource {

  private final InstantSource real;
  private volatile @Nullable Instant standing;

  /** A clock that goes with {@code real}. */
  public DemoClock(InstantSource real) {
    this.real = real;
  }

  @Override
  public Instant instant() {
    var still = standing;
    return still == null ? real.instant() : still;
  }

  /** Stands still at {@code then}. */
  void stand(Instant then) {
    standing = then;
  }

  /** Goes with the real clock again. */
  void go() {
    standing = null;
  }
}
