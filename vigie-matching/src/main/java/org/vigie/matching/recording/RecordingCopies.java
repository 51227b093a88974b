package org.vigie.matching.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the recordings among many that are copies of one another. */
public final class RecordingCopies {

  /** What more recordings than this have in common, such as music while one waits, is no mark. */
  static final int MOST_HOLDERS = 64;

  private RecordingCopies() {}

  /**
   * Two recordings of which one is a copy of the other or of a part of it.
   *
   * @param one the number of the first, from 0
   * @param other the number of the second, always greater
   * @param shared how much both have in common
   */
  public record Copy(int one, int other, RecordingSketch.Shared shared) {

    /** Whether a recording is in this and in {@code copy}. */
    public boolean touches(Copy copy) {
      return one == copy.one || one == copy.other || other == copy.one || other == copy.other;
    }
  }

  /** All of them among {@code sketches}, which are of one key and epoch; by their numbers. */
  public static List<Copy> among(List<RecordingSketch> sketches) {
    var counts = new TreeMap<Long, Integer>();
    var held = held(sketches);
    for (int from = 0, to; from < held.length; from = to) {
      to = from + 1;
      while (to < held.length && held[to] >>> 32 == held[from] >>> 32) {
        to++;
      }
      if (to - from <= MOST_HOLDERS) {
        count(held, from, to, counts);
      }
    }
    var copies = new ArrayList<Copy>();
    counts.forEach((pair, shared) -> {
      var one = (int) (pair >>> 32);
      var other = pair.intValue();
      var fewer = Math.min(sketches.get(one).marks().size(), sketches.get(other).marks().size());
      var common = new RecordingSketch.Shared(shared, fewer);
      if (common.isSame()) {
        copies.add(new Copy(one, other, common));
      }
    });
    return copies;
  }

  /** Each token with the number of a recording that has it, those of one token together. */
  private static long[] held(List<RecordingSketch> sketches) {
    var held = new long[sketches.stream().mapToInt(sketch -> sketch.marks().size()).sum()];
    var at = 0;
    for (var number = 0; number < sketches.size(); number++) {
      for (var token : sketches.get(number).marks().tokens()) {
        held[at++] = ((long) token << 32) | number;
      }
    }
    Arrays.sort(held);
    return held;
  }

  private static void count(long[] held, int from, int to, Map<Long, Integer> counts) {
    for (var i = from; i < to; i++) {
      for (var j = i + 1; j < to; j++) {
        counts.merge(((held[i] & 0xFFFF_FFFFL) << 32) | (held[j] & 0xFFFF_FFFFL), 1, Integer::sum);
      }
    }
  }
}
