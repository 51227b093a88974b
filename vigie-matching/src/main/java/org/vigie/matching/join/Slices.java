package org.vigie.matching.join;

import java.util.List;
import java.util.stream.IntStream;

/** Work on numbered things in as many threads as there are processors, results in order. */
final class Slices {

  static final int COUNT = Runtime.getRuntime().availableProcessors();

  private Slices() {}

  /** One slice of the work, which no other thread has. */
  interface Work<T> {
    /** The results of {@code from} until {@code to}, in order. */
    List<T> of(int slice, int from, int to);
  }

  /** Does {@code work} on {@code from} until {@code to}. */
  static <T> List<T> of(int from, int to, Work<T> work) {
    var each = (to - from + COUNT - 1) / COUNT;
    return IntStream.range(0, COUNT)
        .parallel()
        .mapToObj(slice ->
            work.of(
                slice, Math.min(to, from + slice * each), Math.min(to, from + (slice + 1) * each)))
        .flatMap(List::stream)
        .toList();
  }
}
