package org.vigie.matching.band;

import java.util.Arrays;

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

  /** For each place {@link #search} and how often its documents were met since, if they were. */
  private final char[] places = new char[PLACES];

  private int[] met = new int[1 << 10];
  private int meetings;

  /** A hash table of documents, each plus one, with how often each was met. */
  private int[] documents = {};

  private byte[] times = {};

  private int[] listed = new int[64];
  private int count;
  private int search;
  private int hits;

  /** Begins a search for those that are met {@code hits} times. */
  void begin(int hits) {
    if (search >= LAST_SEARCH) {
      Arrays.fill(places, '\0');
      search = 0;
    }
    search += STEP;
    meetings = 0;
    count = 0;
    this.hits = hits;
  }

  void meet(int document) {
    if (meetings == met.length) {
      met = Arrays.copyOf(met, 2 * meetings);
    }
    met[meetings++] = document;
    var place = document & (PLACES - 1);
    places[place] = (char) Math.min(Math.max(places[place], search) + 1, search + hits);
  }

  /** All were met: lists those that were met often enough. */
  void end() {
    var left = 0;
    for (var i = 0; i < meetings; i++) {
      met[left] = met[i];
      left += places[met[i] & (PLACES - 1)] == search + hits ? 1 : 0;
    }
    var room = Integer.highestOneBit(2 * left + 1) << 1;
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
