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

  /** The most that may come out of any cage. */
  public static final long MOST_OUTPUT = 9L << 30;

  /** A document up to this length is read within the limits as they are. */
  static final long ORDINARY = 16L << 20;

  private static final long MIB = 1L << 20;
  private static final Duration LONGEST_WALL = Duration.ofMinutes(10);
  private static final int MOST_CPU_SECONDS = 300;

  /**
   * The same for what goes through a whole document of {@code length} bytes: a second of processor
   * more for each 4 MiB and a second by the clock for each 2 MiB beyond the {@linkplain #ORDINARY
   * ordinary}, five and ten minutes at most, and twice its length more out. A machine may be slower
   * by far than the one on which 2 GiB took 19 seconds, and what is packed in an archive is longer
   * than the archive. Memory does not grow, since readers stream.
   */
  CageLimits grownFor(long length) {
    var more = Math.max(0, length - ORDINARY);
    return new CageLimits(
        atMost(LONGEST_WALL, wall.plusSeconds(more / (2 * MIB)), wall),
        (int) Math.max(cpuSeconds, Math.min(MOST_CPU_SECONDS, cpuSeconds + more / (4 * MIB))),
        heapMiB,
        Math.max(outputBytes, Math.min(MOST_OUTPUT, outputBytes + 2 * more)),
        parallel);
  }

  private static Duration atMost(Duration longest, Duration grown, Duration least) {
    var bounded = grown.compareTo(longest) > 0 ? longest : grown;
    return bounded.compareTo(least) < 0 ? least : bounded;
  }
}
