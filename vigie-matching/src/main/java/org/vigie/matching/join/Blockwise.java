package org.vigie.matching.join;

import java.util.List;
import java.util.function.Consumer;

/**
 * Work on numbered things in blocks that grow, each done by all processors and then passed on in
 * order. Where a block has more results than should be held at once it is broken off, and what was
 * not reached is done again in smaller blocks.
 */
final class Blockwise {

  private static final int FIRST = 16;
  private static final int LARGEST = 1 << 19;
  private static final int GROWTH = 8;

  /** So many results are held by all processors together, and what one thing has beyond that. */
  private static final int MOST = 1_000_000;

  private Blockwise() {}

  /**
   * The results of things in a row.
   *
   * @param from the first of them
   * @param reached up to which they were done
   */
  record Part<T>(List<T> results, int from, int reached) {}

  /** A part of the work, which no other thread has. */
  interface Work<T> {
    /**
     * The results of {@code from} until {@code to}, in order; of fewer where these are {@link
     * Blockwise#enough}, but of one at least.
     */
    Part<T> of(int slice, int from, int to);
  }

  /** Whether so many results are enough for one processor to hold. */
  static boolean enough(int results) {
    return results >= MOST / Slices.COUNT;
  }

  /** Does {@code work} on {@code count} things and gives each result to {@code each}. */
  static <T> void each(int count, Work<T> work, Consumer<T> each) {
    var block = FIRST;
    var largest = LARGEST;
    for (var from = 0; from < count; ) {
      var to = Math.min(count, from + block);
      var parts =
          Slices.<Part<T>>of(from, to, (slice, first, end) -> List.of(work.of(slice, first, end)));
      for (var part : parts) {
        if (from == part.from()) {
          part.results().forEach(each);
          from = part.reached();
        }
      }
      if (from < to) {
        // Twice as large ones would be broken off again and again
        largest = Math.max(Slices.COUNT, block / 2);
        block = Math.max(Slices.COUNT, block / GROWTH);
      } else {
        block = Math.min(largest, block * GROWTH);
        largest = Math.min(LARGEST, largest + largest / 4 + 1);
      }
    }
  }
}
