package org.vigie.matching.band;

import java.util.Arrays;
import org.vigie.matching.text.Fragments;

/** Keeps fragments in memory, in large pieces: four bytes a fragment and eight a document. */
public final class HeapFragments implements FragmentStore {

  private static final int PIECE = 1 << 20;

  /** So many fragments the processor fetches at once. */
  private static final int LINE = 16;

  private static final int[][] NO_PIECES = {};

  private int[][] pieces = NO_PIECES;
  private int[] starts = new int[64];
  private int[] counts = new int[64];
  private int filled;
  private int size;

  /** Keeps nothing yet. */
  public HeapFragments() {}

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException above two thousand million fragments
   */
  @Override
  public void add(Fragments fragments) {
    if (filled % PIECE + fragments.size() > PIECE || filled == pieces.length * PIECE) {
      open();
    }
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size + (size >> 1));
      counts = Arrays.copyOf(counts, starts.length);
    }
    fragments.copyTo(pieces[filled / PIECE], filled % PIECE);
    starts[size] = filled;
    counts[size++] = fragments.size();
    filled += fragments.size();
  }

  private void open() {
    if (pieces.length == Integer.MAX_VALUE / PIECE) {
      throw new IllegalStateException("no room for more fragments");
    }
    filled = pieces.length * PIECE;
    pieces = Arrays.copyOf(pieces, pieces.length + 1);
    pieces[pieces.length - 1] = new int[PIECE];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int count(int document) {
    return counts[document];
  }

  @Override
  public void read(int document, int[] into) {
    var start = starts[document];
    System.arraycopy(pieces[start / PIECE], start % PIECE, into, 0, counts[document]);
  }

  @Override
  public void expect(int[] documents, int from, int to) {
    var touched = 0;
    for (var i = from; i < to; i++) {
      var start = starts[documents[i]];
      var piece = pieces[start / PIECE];
      var end = start % PIECE + counts[documents[i]];
      for (var at = start % PIECE; at < end; at += LINE) {
        touched ^= piece[at];
      }
    }
    Touched.by(touched);
  }
}
