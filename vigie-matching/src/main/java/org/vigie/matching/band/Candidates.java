package org.vigie.matching.band;

import java.util.Arrays;

/** Documents met in enough bands of one query. */
final class Candidates {

  /** How often a document can be asked to be met. */
  static final int MOST_HITS = 6;

  private static final int STEP = MOST_HITS + 1;
  private static final int LAST_SEARCH = Character.MAX_VALUE - 2 * STEP;

  /** For each document {@link #search} and how often it was met since, if it was. */
  private char[] states = new char[64];

  private int[] listed = new int[64];
  private int count;
  private int search;
  private int hits;

  /** Begins a search among {@code documents} for those that are met {@code hits} times. */
  void begin(int documents, int hits) {
    if (states.length < documents) {
      states = new char[documents + (documents >> 2)];
      search = 0;
    } else if (search >= LAST_SEARCH) {
      Arrays.fill(states, '\0');
      search = 0;
    }
    search += STEP;
    count = 0;
    this.hits = hits;
  }

  void meet(int document) {
    var met = Math.max(states[document], search) + 1;
    if (met > search + hits) {
      return;
    }
    states[document] = (char) met;
    if (met == search + hits) {
      if (count == listed.length) {
        listed = Arrays.copyOf(listed, count * 2);
      }
      listed[count++] = document;
    }
  }

  int count() {
    return count;
  }

  int get(int index) {
    return listed[index];
  }

  /** Puts {@code document} at {@code index}, which was read already. */
  void set(int index, int document) {
    listed[index] = document;
  }
}
