package org.vigie.matching.text;

import java.util.Arrays;

/**
 * In how many documents each fragment occurs, and what it is worth: fragments of greetings and
 * formulas, which everybody writes, are worth little.
 */
final class FragmentCounts {

  /** Up to this many documents a fragment keeps its full worth: a script goes to many people. */
  private static final int FEW = 50;

  private int[] tokens = new int[1 << 10];
  private int[] counts = new int[1 << 10];
  private int used;
  private int documents;

  void add(Fragments fragments) {
    documents++;
    for (var i = 0; i < fragments.size(); i++) {
      if (used * 2 >= tokens.length) {
        grow();
      }
      var slot = slot(fragments.token(i));
      if (counts[slot] == 0) {
        tokens[slot] = fragments.token(i);
        used++;
      }
      counts[slot]++;
    }
  }

  int count(int token) {
    return counts[slot(token)];
  }

  /** What sharing {@code token} is worth, from 0 to 1. */
  double worth(int token) {
    var count = count(token);
    return count <= FEW
        ? 1
        : StrictMath.log((double) documents / count) / StrictMath.log((double) documents / FEW);
  }

  /** The score of two sets that may share {@code candidate}'s fragments. */
  Overlap overlap(int document, Fragments asked, Fragments candidate) {
    var shared = 0;
    var worth = 0.0;
    for (int i = 0, j = 0; i < asked.size() && j < candidate.size(); ) {
      var order = Integer.compare(asked.token(i), candidate.token(j));
      if (order == 0) {
        shared++;
        worth += worth(asked.token(i));
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    var union = asked.size() + candidate.size() - shared;
    return new Overlap(document, union == 0 ? 0 : worth / union, shared, union);
  }

  private int slot(int token) {
    var mask = tokens.length - 1;
    // Tokens are outputs of a cipher: their bits need no further mixing
    var slot = token & mask;
    while (counts[slot] != 0 && tokens[slot] != token) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    var oldTokens = tokens;
    var oldCounts = counts;
    tokens = new int[oldTokens.length * 2];
    counts = new int[oldTokens.length * 2];
    for (var i = 0; i < oldTokens.length; i++) {
      if (oldCounts[i] != 0) {
        var slot = slot(oldTokens[i]);
        tokens[slot] = oldTokens[i];
        counts[slot] = oldCounts[i];
      }
    }
    Arrays.fill(oldTokens, 0);
  }
}
