package org.vigie.node.cage;

import java.time.Duration;

/**
 * The most that a cage takes.
 *
 * @param wall from start to end
 * @param cpuSeconds of one processor
 * @param heapMiB memory for objects
 * @param outputBytes what may come out
 * @param parallel cages at once; others wait
 */
public record CageLimits(
    Duration wall, int cpuSeconds, int heapMiB, long outputBytes, int parallel) {

  /** 30 s, 20 s of processor, 256 MiB, 1 GiB out, two at once. */
  public static final CageLimits USUAL =
      new CageLimits(Duration.ofSeconds(30), 20, 256, 1L << 30, 2);
}
