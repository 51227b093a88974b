package org.vigie.matching.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds the recordings among many that are copies of one another. Takes time in proportion to what
 * is shared.
 */
public final class RecordingCopies {

  /**
   * What recordings of more owners than this have in common may be music while one waits: alone it
   * makes a copy only of what is a good part of both.
   */
  static final int MOST_OWNERS = 64;

  /** From so many recordings on that are no copies of one another one is put together of them. */
  private static final int PIECES = 3;

  private final List<RecordingSketch> sketches;
  private final List<Whose> whose;

  /** Each token with the number of a recording that has it, those of one token together. */
  private final long[] held;

  /** Where the recordings with one token end; below zero for what everybody has. */
  private final int[] ends;

  private final Map<Integer, Map<Integer, RecordingSketch.Shared>> copies = new HashMap<>();

  private RecordingCopies(List<RecordingSketch> sketches, List<Whose> whose) {
    this.sketches = sketches;
    this.whose = whose;
    held = new long[sketches.stream().mapToInt(sketch -> sketch.marks().size()).sum()];
    ends = new int[held.length];
    hold();
  }

  /**
   * Two recordings of which one is a copy of the other or of a part of it.
   *
   * @param one the number of the first, from 0
   * @param other the number of the second, always greater
   * @param shared how much both have in common
   */
  public record Copy(int one, int other, RecordingSketch.Shared shared) {}

  /**
   * Whose a recording is.
   *
   * @param owner nobody makes a recording common who has it many times
   * @param account that brought it: alone it parts no others from one another
   * @param with what it came with: several that came together may be parts of one call
   */
  public record Whose(int owner, String account, String with) {}

  /**
   * All of them among {@code sketches}, which are of one key and epoch; by their numbers. What is
   * put together of several that are no copies of one another is a copy only of what is a good part
   * of it.
   *
   * @param whose each is
   */
  public static List<Copy> among(List<RecordingSketch> sketches, List<Whose> whose) {
    var search = new RecordingCopies(sketches, whose);
    search.pairs();
    return search.kept();
  }

  /** As above, of as many owners as there are recordings. */
  static List<Copy> among(List<RecordingSketch> sketches) {
    return among(
        sketches,
        IntStream.range(0, sketches.size())
            .mapToObj(number -> new Whose(number, "account " + number, "with " + number))
            .toList());
  }

  private void hold() {
    var at = 0;
    for (var number = 0; number < sketches.size(); number++) {
      for (var token : sketches.get(number).marks().tokens()) {
        held[at++] = ((long) token << 32) | number;
      }
    }
    Arrays.sort(held);
    for (int from = 0, to; from < held.length; from = to) {
      to = from + 1;
      while (to < held.length && held[to] >>> 32 == held[from] >>> 32) {
        to++;
      }
      Arrays.fill(ends, from, to, isEverybodys(from, to) ? -to : to);
    }
  }

  private boolean isEverybodys(int from, int to) {
    if (to - from <= MOST_OWNERS) {
      return false;
    }
    var those = new HashSet<Integer>();
    for (var i = from; i < to; i++) {
      those.add(whose.get((int) held[i]).owner());
    }
    return those.size() > MOST_OWNERS;
  }

  private void pairs() {
    var places = places();
    var rarely = new int[sketches.size()];
    for (var i = 0; i < held.length; i++) {
      rarely[(int) held[i]] += ends[i] > 0 ? 1 : 0;
    }
    var all = new int[sketches.size()];
    var rare = new int[sketches.size()];
    for (var one = 0; one < places.length; one++) {
      Arrays.fill(all, 0);
      Arrays.fill(rare, 0);
      for (var at : places[one]) {
        for (var next = at + 1; next < Math.abs(ends[at]); next++) {
          all[(int) held[next]]++;
          rare[(int) held[next]] += ends[at] > 0 ? 1 : 0;
        }
      }
      for (var other = one + 1; other < places.length; other++) {
        if (rare[other] > 0 || all[other] > 0) {
          var seldom = RecordingSketch.Shared.of(rare[other], rarely[one], rarely[other]);
          pair(one, other, all[other], seldom);
        }
      }
    }
  }

  private void pair(int one, int other, int all, RecordingSketch.Shared seldom) {
    var shared =
        RecordingSketch.Shared.of(
            all, sketches.get(one).marks().size(), sketches.get(other).marks().size());
    if (shared.isSame() && (seldom.isSame() || shared.isGoodPart())) {
      copies.computeIfAbsent(one, o -> new HashMap<>()).put(other, shared);
      copies.computeIfAbsent(other, o -> new HashMap<>()).put(one, shared);
    }
  }

  /** Where each recording's tokens are among all. */
  private int[][] places() {
    var places = new int[sketches.size()][];
    for (var number = 0; number < places.length; number++) {
      places[number] = new int[sketches.get(number).marks().size()];
    }
    var filled = new int[places.length];
    for (var i = 0; i < held.length; i++) {
      var number = (int) held[i];
      places[number][filled[number]++] = i;
    }
    return places;
  }

  private List<Copy> kept() {
    var kept = new ArrayList<Copy>();
    for (var one = 0; one < sketches.size(); one++) {
      for (var other = one + 1; other < sketches.size(); other++) {
        var shared = copies(one).get(other);
        if (shared != null && (shared.isGoodPart() || !isPiece(one, other))) {
          kept.add(new Copy(one, other, shared));
        }
      }
    }
    return kept;
  }

  private Map<Integer, RecordingSketch.Shared> copies(int one) {
    return copies.getOrDefault(one, Map.of());
  }

  /** Whether the longer one has pieces of others as well that have nothing to do with this one. */
  private boolean isPiece(int one, int other) {
    var longer =
        sketches.get(one).marks().size() < sketches.get(other).marks().size() ? other : one;
    var mine = whose.get(longer == one ? other : one);
    var pieces = new ArrayList<>(List.of(longer == one ? other : one));
    var voices = new HashSet<>(List.of(voice(mine, mine)));
    for (var next : copies(longer).keySet().stream().sorted().toList()) {
      if (whose.get(next).owner() != whose.get(longer).owner()
          && pieces.stream().noneMatch(it -> it.equals(next) || copies(it).containsKey(next))
          && voices.add(voice(mine, whose.get(next)))) {
        pieces.add(next);
      }
    }
    return pieces.size() >= PIECES;
  }

  /**
   * As whose voice a piece counts beside {@code mine}. Whoever has that one may have been asked
   * about ten times over, so all that did not come together count; but of others an account counts
   * once, or whoever knows a call could part two people by it alone.
   */
  private static List<String> voice(Whose mine, Whose next) {
    return next.owner() == mine.owner() || next.account().equals(mine.account())
        ? List.of("with", next.with())
        : List.of("by", next.account());
  }
}
