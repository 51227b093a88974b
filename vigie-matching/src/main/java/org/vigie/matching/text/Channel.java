package org.vigie.matching.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.function.IntPredicate;

/** One way of comparing: an index of different texts, and for each which texts came with it. */
final class Channel {

  private static final int NONE = -1;

  private final TextIndex index;
  private final boolean bySound;
  private int[] first = new int[64];
  private int[] last = new int[64];
  private int[] next = new int[64];
  private int[] documents = new int[64];
  private final BitSet again = new BitSet();
  private int size;
  private int known;

  /** Over {@code index}, by sound or else by letters. */
  Channel(TextIndex index, boolean bySound) {
    this.index = index;
    this.bySound = bySound;
  }

  /** Adds a text of {@code owner}; numbers must rise. */
  void add(Fragments fragments, int text, int owner) {
    if (text >= next.length) {
      var room = Math.max(text + 1, next.length + (next.length >> 1));
      next = Arrays.copyOf(next, room);
      documents = Arrays.copyOf(documents, room);
    }
    Arrays.fill(documents, known, text, NONE);
    known = text + 1;
    documents[text] = NONE;
    if (fragments.size() > 0) {
      var document = index.add(fragments, owner);
      documents[text] = document;
      append(document, text);
    }
  }

  private void append(int document, int text) {
    next[text] = NONE;
    if (document < size) {
      next[last[document]] = text;
      again.set(document);
    } else {
      if (document == first.length) {
        first = Arrays.copyOf(first, document + (document >> 1));
        last = Arrays.copyOf(last, first.length);
      }
      first[document] = text;
      size = document + 1;
    }
    last[document] = text;
  }

  /** The fragments of {@code text}: none if it has too few. */
  Fragments fragments(int text) {
    return text >= known || documents[text] == NONE
        ? Fragments.NONE
        : index.fragments(documents[text]);
  }

  /** The document that {@code text} is in, or -1. */
  int document(int text) {
    return text >= known ? NONE : documents[text];
  }

  /** Whether a text of {@code document} came after {@code text}. */
  boolean hasLater(int document, int text) {
    return last[document] > text;
  }

  /** The questions of {@code texts} for later ones, as far as {@code asks} says so of a text. */
  TextIndex.Several later(int[] texts, Questions questions, IntPredicate asks) {
    return new TextIndex.Several() {
      @Override
      public Questions questions() {
        return questions;
      }

      @Override
      public boolean asks(int who) {
        return asks.test(texts[who]);
      }

      @Override
      public int from(int who) {
        var at = Arrays.binarySearch(first, 0, Channel.this.size, texts[who]);
        return at >= 0 ? at + 1 : -at - 1;
      }

      @Override
      public boolean again(int document) {
        return again.get(document);
      }
    };
  }

  /** Adds every text of the overlap's document that came after {@code text}. */
  void expand(Overlap overlap, int text, Map<Integer, TextMatch> best) {
    for (var other = first[overlap.document()]; other != NONE; other = next[other]) {
      if (other > text) {
        var match =
            new TextMatch(other, overlap.score(), overlap.shared(), overlap.union(), bySound);
        best.merge(other, match, (a, b) -> a.score() >= b.score() ? a : b);
      }
    }
  }

  TextIndex index() {
    return index;
  }
}
