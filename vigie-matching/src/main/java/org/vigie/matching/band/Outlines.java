package org.vigie.matching.band;

import java.util.Arrays;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.Scorer;

/** The outline of every document: 32 bytes of parity and size, see {@link Fragments#outline}. */
final class Outlines {

  private static final int PIECE = 1 << 14;
  private static final int WORDS = Fragments.OUTLINE_WORDS;
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

  long bytes() {
    return (long) pieces.length * PIECE * WORDS * Long.BYTES;
  }
}
