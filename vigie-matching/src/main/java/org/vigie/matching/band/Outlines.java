package org.vigie.matching.band;

import java.util.Arrays;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.Scorer;

/** The outline of every document: 32 bytes of parity and size, see {@link Fragments#outline}. */
final class Outlines {

  private static final int PIECE_BITS = 12;
  private static final int PIECE = 1 << PIECE_BITS;
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
      pieces[size >>> PIECE_BITS][place(size) + word] = fragments.outline(word);
    }
    size++;
  }

  int size() {
    return size;
  }

  long word(int document, int word) {
    return pieces[document >>> PIECE_BITS][place(document) + word];
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

  private boolean mayReach(int document, Scorer scorer) {
    var piece = pieces[document >>> PIECE_BITS];
    var at = place(document);
    return scorer.mayReach(piece[at], piece[at + 1], piece[at + 2], piece[at + 3]);
  }

  private static int place(int document) {
    return (document & (PIECE - 1)) * WORDS;
  }

  /**
   * Moves those of the first {@code count} of {@code documents} that may reach the threshold to the
   * front; answers how many.
   */
  int leave(int[] documents, int count, Scorer scorer) {
    var left = 0;
    for (var from = 0; from < count; from += AT_ONCE) {
      var to = Math.min(count, from + AT_ONCE);
      touch(documents, from, to);
      for (var i = from; i < to; i++) {
        documents[left] = documents[i];
        left += mayReach(documents[i], scorer) ? 1 : 0;
      }
    }
    return left;
  }

  /**
   * Copies the outlines of the first {@code count} of {@code documents}, a word of all of them
   * after the other.
   */
  void read(int[] documents, int count, long[][] into) {
    for (var from = 0; from < count; from += AT_ONCE) {
      var to = Math.min(count, from + AT_ONCE);
      touch(documents, from, to);
      for (var i = from; i < to; i++) {
        var piece = pieces[documents[i] >>> PIECE_BITS];
        for (var word = 0; word < WORDS; word++) {
          into[word][i] = piece[place(documents[i]) + word];
        }
      }
    }
  }

  /** The first and the last word of each: one may lie in two pieces that the processor fetches. */
  private void touch(int[] documents, int from, int to) {
    var touched = 0L;
    for (var i = from; i < to; i++) {
      var piece = pieces[documents[i] >>> PIECE_BITS];
      var at = place(documents[i]);
      touched ^= piece[at] ^ piece[at + WORDS - 1];
    }
    Touched.by(touched);
  }

  long bytes() {
    return (long) pieces.length * PIECE * WORDS * Long.BYTES;
  }
}
