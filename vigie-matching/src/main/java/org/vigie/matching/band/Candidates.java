package org.vigie.matching.band;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Documents met in enough bands of one query. Thousands may be met and few often enough: they are
 * counted roughly first, several in one place, in as little memory as stays near the processor, and
 * exactly only where that count is high enough. For use by one thread.
 */
final class Candidates {

  /** How often a document can be asked to be met. */
  static final int MOST_HITS = 6;

  private static final int STEP = MOST_HITS + 1;
  private static final int LAST_SEARCH = Character.MAX_VALUE - 2 * STEP;
  private static final int PLACES = 1 << 16;
  private static final int MOST = 1 << 20;

  /** For each place {@link #search} and how often its documents were met since, if they were. */
  private final char[] places = new char[PLACES];

  private int[] met = new int[1 << 10];
  private int meetings;

  /** A hash table of documents, each plus one, with how often each was met. */
  private int[] documents = {};

  private byte[] times = {};

  /** How often each document was met, in a flood. */
  private byte @Nullable [] each;

  private int[] listed = new int[64];
  private int count;
  private int search;
  private int hits;
  private int all;

  /** Begins a search among {@code documents} for those that are met {@code hits} times. */
  void begin(int documents, int hits) {
    if (search >= LAST_SEARCH) {
      Arrays.fill(places, '\0');
      search = 0;
    }
    search += STEP;
    meetings = 0;
    count = 0;
    this.hits = hits;
    all = documents;
    each = null;
  }

  void meet(int document) {
    if (each != null) {
      countEach(each, document);
      return;
    }
    if (meetings == met.length) {
      if (meetings == MOST) {
        flood(document);
        return;
      }
      met = Arrays.copyOf(met, 2 * meetings);
    }
    met[meetings++] = document;
    var place = document & (PLACES - 1);
    places[place] = (char) Math.min(Math.max(places[place], search) + 1, search + hits);
  }

  /** So many are met in a flood alone: a byte for each document then takes less room. */
  private void flood(int document) {
    var of = new byte[all];
    each = of;
    for (var i = 0; i < meetings; i++) {
      countEach(of, met[i]);
    }
    countEach(of, document);
  }

  private void countEach(byte[] of, int document) {
    if (of[document] < hits && ++of[document] == hits) {
      list(document);
    }
  }

  /** All were met: lists those that were met often enough. */
  void end() {
    if (each != null) {
      each = null;
      return;
    }
    var left = 0;
    for (var i = 0; i < meetings; i++) {
      met[left] = met[i];
      left += places[met[i] & (PLACES - 1)] == search + hits ? 1 : 0;
    }
    var room = Integer.highestOneBit(2 * Math.min(left, all) + 1) << 1;
    if (documents.length < room) {
      documents = new int[room];
      times = new byte[room];
    } else {
      Arrays.fill(documents, 0, room, 0);
    }
    for (var i = 0; i < left; i++) {
      count(met[i], room - 1);
    }
  }

  private void count(int document, int mask) {
    var slot = ((document * 0x9E3779B1) >>> 1) & mask;
    while (documents[slot] != 0 && documents[slot] != document + 1) {
      slot = (slot + 1) & mask;
    }
    if (documents[slot] == 0) {
      documents[slot] = document + 1;
      times[slot] = 0;
    }
    if (times[slot] < hits && ++times[slot] == hits) {
      list(document);
    }
  }

  private void list(int document) {
    if (count == listed.length) {
      listed = Arrays.copyOf(listed, count * 2);
    }
    listed[count++] = document;
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
