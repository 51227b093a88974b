package org.vigie.matching.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** For each fragment the documents that hold it, in an open-addressing table of growing lists. */
final class Postings {

  private static final int[] EMPTY = {0};

  private int[] tokens = new int[1 << 10];
  private int[] @Nullable [] lists = new int[1 << 10][];
  private int used;

  void add(int token, int document) {
    if (used * 2 >= tokens.length) {
      grow();
    }
    var slot = slot(token);
    var list = lists[slot];
    if (list == null) {
      tokens[slot] = token;
      lists[slot] = new int[] {1, document};
      used++;
      return;
    }
    var count = list[0];
    if (count + 1 == list.length) {
      list = Arrays.copyOf(list, list.length * 2);
      lists[slot] = list;
    }
    list[count + 1] = document;
    list[0] = count + 1;
  }

  /** How many there are, then the documents, rising, then nothing of meaning; not to be changed. */
  int[] of(int token) {
    var list = lists[slot(token)];
    return list == null ? EMPTY : list;
  }

  private int slot(int token) {
    var mask = tokens.length - 1;
    var slot = token & mask;
    while (lists[slot] != null && tokens[slot] != token) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    var oldTokens = tokens;
    var oldLists = lists;
    tokens = new int[oldTokens.length * 2];
    lists = new int[oldTokens.length * 2][];
    for (var i = 0; i < oldTokens.length; i++) {
      var list = oldLists[i];
      if (list != null) {
        var slot = slot(oldTokens[i]);
        tokens[slot] = oldTokens[i];
        lists[slot] = list;
      }
    }
  }
}
