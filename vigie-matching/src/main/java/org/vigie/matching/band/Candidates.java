package org.vigie.matching.band;

import java.util.Arrays;

/**
 * Documents met in enough bands of one query. Thousands may be met and few often enough: they are
 * counted roughly, several in one place, in as little memory as stays near the processor. So some
 * are listed that were met less often; none is left out. Nothing that depends on chance is a
 * branch, which the processor would guess wrong. For use by one thread.
 */
final class Candidates {

  /** How often a document can be asked to be met. */
  static final int MOST_HITS = 6;

  private static final int STEP = MOST_HITS + 1;
  private static final int LAST_SEARCH = 0xFF - 2 * STEP;
  private static final int PLACE_BITS = 17;
  private static final int PLACES = 1 << PLACE_BITS;
  private static final int FEW = 1 << 10;

  /** For each place {@link #search} and how often its documents were met since, if they were. */
  private final byte[] places = new byte[PLACES];

  /** By place, while listing: the rest of the number of the document listed first, plus one. */
  private final byte[] firsts = new byte[PLACES];

  /** Those whose place was met often enough by then, with repetition until {@link #end}. */
  private int[] listed = new int[FEW];

  private int count;

  /** While listing, those that are not the first in their place, with repetition. */
  private int[] others = new int[FEW];

  private int[] room = new int[FEW];
  private int search;
  private int hits;

  /** Begins a search among documents up to {@link Twins#MOST} for those met {@code hits} times. */
  void begin(int hits) {
    if (search >= LAST_SEARCH) {
      Arrays.fill(places, (byte) 0);
      search = 0;
    }
    search += STEP;
    count = 0;
    this.hits = hits;
  }

  /** Room for {@code size} documents, to be met next. */
  int[] room(int size) {
    if (size > room.length) {
      room = new int[2 * size];
    }
    return room;
  }

  /** Meets the first {@code size} of {@code documents}. */
  void meet(int[] documents, int size) {
    if (count + size > listed.length) {
      makeRoom(size);
    }
    var into = listed;
    var end = count;
    var enough = search + hits;
    for (var i = 0; i < size; i++) {
      var document = documents[i];
      var place = document & (PLACES - 1);
      var times = Math.min(Math.max(places[place] & 0xFF, search) + 1, enough);
      places[place] = (byte) times;
      into[end] = document;
      end += same(times, enough);
    }
    count = end;
  }

  /** In a flood the same are met again and again. */
  private void makeRoom(int size) {
    end();
    if (count + size > listed.length / 2) {
      listed = Arrays.copyOf(listed, 2 * (count + size));
      others = new int[listed.length];
    }
  }

  /** All were met: lists each once. */
  void end() {
    var left = 0;
    var some = 0;
    for (var i = 0; i < count; i++) {
      var document = listed[i];
      var place = document & (PLACES - 1);
      var rest = (document >>> PLACE_BITS) + 1;
      var first = firsts[place] & 0xFF;
      var isFirst = same(first, 0);
      firsts[place] = (byte) (first | (rest & -isFirst));
      listed[left] = document;
      left += isFirst;
      others[some] = document;
      some += 1 - isFirst - same(first, rest);
    }
    for (var i = 0; i < left; i++) {
      firsts[listed[i] & (PLACES - 1)] = 0;
    }
    Arrays.sort(others, 0, some);
    for (var i = 0; i < some; i++) {
      if (i == 0 || others[i] != others[i - 1]) {
        listed[left++] = others[i];
      }
    }
    count = left;
  }

  /** 1 if two numbers, whose highest bits are the same, are the same, else 0. */
  static int same(int one, int other) {
    return ((one ^ other) - 1) >>> (Integer.SIZE - 1);
  }

  int count() {
    return count;
  }

  int get(int index) {
    return listed[index];
  }

  /** Those listed, from the start on; may be put in another order. */
  int[] documents() {
    return listed;
  }

  /** Puts {@code document} at {@code index}, which was read already. */
  void set(int index, int document) {
    listed[index] = document;
  }
}
