package org.vigie.matching.band;

import java.util.Arrays;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.Scorer;

/** The outline of every document: 32 bytes of parity and size, see {@link Fragments#outline}. */
final class Outlines {

  private static final int PIECE = 1 << 14;
  private static final int WORDS = Fragments.OUTLINE_WORDS;
  private static final int AT_ONCE = 32;
  private static final long[][] NO_PIECES = {};

  private long[][] pieces = NO_PIECES;
  private int size;

  void add(Fragments fragments) {
    if (size == pieces.length * PIECE) {
      pieces = Arrays.copyOf(pieces, pieces.length + 1);
      pieces[pieces.length - 1] = new long[PIECE * WORDS];
    }
    for (var word = 0; word < WORDS; word++) {
      pieces[size / PIECE][size % PIECE * WORDS + word] = fragments.outline(word);
    }
    size++;
  }

  int size() {
    return size;
  }

  long word(int document, int word) {
    return pieces[document / PIECE][document % PIECE * WORDS + word];
  }

  /** The {@link Fragments#digest} of {@code document}. */
  long digest(int document) {
    return Fragments.digest(word(document, 0), word(document, 1), word(document, 3));
  }

  boolean isOf(int document, Fragments fragments) {
    for (var word = 0; word < WORDS; word++) {
      if (word(document, word) != fragments.outline(word)) {
        return false;
      }
    }
    return true;
  }

  boolean mayReach(int document, Scorer scorer) {
    var piece = pieces[document / PIECE];
    var at = document % PIECE * WORDS;
    return scorer.mayReach(piece[at], piece[at + 1], piece[at + 2], piece[at + 3]);
  }

  /**
   * Moves those of the first {@code count} of {@code documents} that may reach the threshold to the
   * front; answers how many.
   */
  int leave(int[] documents, int count, Scorer scorer) {
    var some = new long[WORDS][AT_ONCE];
    var left = 0;
    for (var from = 0; from < count; from += AT_ONCE) {
      var size = Math.min(AT_ONCE, count - from);
      read(documents, from, size, some);
      for (var i = 0; i < size; i++) {
        documents[left] = documents[from + i];
        left += scorer.mayReach(some, i) ? 1 : 0;
      }
    }
    return left;
  }

  /**
   * Copies the outlines of {@code count} of {@code documents}, a word of all of them after the
   * other. All are read before one is looked at: memory answers many questions at once, if none
   * waits for what comes of another.
   */
  void read(int[] documents, int from, int count, long[][] into) {
    for (var i = 0; i < count; i++) {
      var piece = pieces[documents[from + i] / PIECE];
      var at = documents[from + i] % PIECE * WORDS;
      for (var word = 0; word < WORDS; word++) {
        into[word][i] = piece[at + word];
      }
    }
  }

  long bytes() {
    return (long) pieces.length * PIECE * WORDS * Long.BYTES;
  }
}
