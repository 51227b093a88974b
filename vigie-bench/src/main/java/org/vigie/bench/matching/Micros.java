package org.vigie.bench.matching;

import java.util.Arrays;

/** How long single answers took. */
final class Micros {

  private long[] nanos = new long[1024];
  private int count;

  void add(long took) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = took;
  }

  /** What {@code share} of the answers took at most, in µs. */
  double at(double share) {
    var sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[Math.min(count - 1, (int) (share * count))] / 1e3;
  }
}
