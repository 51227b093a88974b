package org.vigie.matching.band;

import java.util.Arrays;

/** Documents met in enough bands of one query. */
final class Candidates {

  private static final int LAST_SEARCH = Character.MAX_VALUE - 2;

  /** For each document {@link #met} if it was met once in this search, one more if listed. */
  private char[] states = new char[64];

  private int[] listed = new int[64];
  private int count;
  private int met;
  private int hits;

  /** Begins a search among {@code documents} for those that are met {@code hits} times. */
  void begin(int documents, int hits) {
    if (states.length < documents) {
      states = new char[documents + (documents >> 2)];
      met = 0;
    } else if (met >= LAST_SEARCH) {
      Arrays.fill(states, '\0');
      met = 0;
    }
    met += 2;
    count = 0;
    this.hits = hits;
  }

  void meet(int document) {
    var state = states[document];
    if (state > met || (hits > 1 && state < met)) {
      if (state < met) {
        states[document] = (char) met;
      }
      return;
    }
    states[document] = (char) (met + 1);
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

  /** Puts {@code document} at {@code index}, which was read already. */
  void set(int index, int document) {
    listed[index] = document;
  }
}
