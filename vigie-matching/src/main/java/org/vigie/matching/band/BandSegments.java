package org.vigie.matching.band;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bands of documents numbered in a row. Those added last lie in an open segment; when it is
 * full it is frozen, and two frozen segments of a size are joined (O'Neil and others, The
 * log-structured merge-tree, 1996), both without reading fragments again. Not safe for use by
 * several threads while something is added.
 */
final class BandSegments {

  private static final int SMALLEST = 1 << 10;
  private static final int GROWTH = 8;

  private final FragmentSource source;
  private final int bands;
  private final int largest;
  private final List<FrozenBands> frozen = new ArrayList<>();
  private @Nullable OpenBands open;

  /**
   * Of nothing yet.
   *
   * @param bands how many, from the first
   * @param largest after so many documents the open segment is frozen, a power of two
   */
  BandSegments(FragmentSource source, int bands, int largest) {
    this.source = source;
    this.bands = bands;
    this.largest = largest;
  }

  /**
   * Adds the document {@code number}, the next one.
   *
   * @param keys its keys, as many as there are bands or more; asked for last
   * @param keysOf those of an earlier document
   */
  void add(int number, Supplier<int[]> keys, IntFunction<int[]> keysOf) {
    var room = open;
    if (room == null) {
      room = new OpenBands(number, Math.min(SMALLEST, largest), bands);
    } else if (room.isFull() && room.capacity() < largest) {
      room = grown(room, keysOf);
    } else if (room.isFull()) {
      freeze(room);
      room = room.emptied(number);
    }
    open = room;
    room.add(keys.get());
  }

  private OpenBands grown(OpenBands room, IntFunction<int[]> keysOf) {
    var more = new OpenBands(room.from(), Math.min(room.capacity() * GROWTH, largest), bands);
    for (var number = room.from(); number < room.from() + room.size(); number++) {
      more.add(keysOf.apply(number));
    }
    return more;
  }

  /** Two of a size become one, as carrying does in counting. */
  private void freeze(OpenBands room) {
    var last = FrozenBands.of(room);
    while (!frozen.isEmpty()
        && frozen.getLast().size() == last.size()
        && 2 * last.size() <= FrozenBands.MOST) {
      last = FrozenBands.joined(frozen.removeLast(), last);
    }
    frozen.add(last);
  }

  /** Freezes all that is not here yet, before {@code to}; only as long as nothing was added. */
  void freeze(int to) {
    for (var from = size(); from < to; from += FrozenBands.MOST) {
      frozen.add(FrozenBands.of(source, from, Math.min(from + FrozenBands.MOST, to), bands));
    }
  }

  /** How many documents are here. */
  int size() {
    if (open != null) {
      return open.from() + open.size();
    }
    return frozen.isEmpty() ? 0 : frozen.getLast().from() + frozen.getLast().size();
  }

  /** Meets every document with one of the keys of the first bands, and a few by chance. */
  void collect(int[] keys, int firstBands, Candidates into) {
    for (var some : frozen) {
      some.collect(keys, firstBands, into);
    }
    if (open != null) {
      open.collect(keys, firstBands, into);
    }
    into.end();
  }

  /** Whether all is frozen. */
  boolean isFrozen() {
    return open == null;
  }

  /**
   * Shows those of {@code asking} what is frozen in the buckets of {@code band}.
   *
   * @param keys everybody's
   */
  void sweep(int band, int[] keys, int[] asking, FrozenSweep.Visitor visitor) {
    for (var some : frozen) {
      if (!new FrozenSweep(some, band, visitor).by(keys, asking)) {
        return;
      }
    }
  }

  long bytes() {
    var bytes = open == null ? 0L : open.bytes();
    for (var some : frozen) {
      bytes += some.bytes();
    }
    return bytes;
  }
}
