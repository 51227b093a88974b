package org.vigie.matching.text;

import java.nio.ByteBuffer;

/**
 * In how many documents each fragment occurs, and what it is worth: fragments of greetings and
 * formulas, which everybody writes, are worth little. Fragments share cells (Cormode and
 * Muthukrishnan, An improved data stream summary, 2005); what a cell holds of others on average is
 * taken off again (Deng and Rafiei, New estimation algorithms for streaming data, 2007), so that
 * counts are wrong by some tens at most while there is room. They do not depend on the order of
 * adding, nor on where they were added: counts may be made apart. Protects nothing: whoever has
 * them and the key of the fragments can try which texts were counted, so they are sealed before
 * they go anywhere.
 */
public final class FragmentCounts {

  /**
   * Up to this many documents a fragment keeps its full worth: a script goes to many people, but
   * what differs little is counted once.
   */
  private static final int FEW = 20;

  private static final int CELLS_A_DOCUMENT = 2;
  private static final int FEWEST_CELLS = 1 << 16;

  /** What a full cell stands for, as a share of all documents. */
  private static final int FULL_SHARE = 16;

  /** So many cells are one part. */
  private static final int PART = 1 << 20;

  private static final int HEADER = 4 * Integer.BYTES + Long.BYTES;

  private final Sample sample;
  private final char[] cells;
  private int documents;
  private long raised;

  private FragmentCounts(int cells, Sample sample) {
    this.sample = sample;
    this.cells = new char[cells];
  }

  /** Counts with room for {@code documents}, all of which are added. */
  public static FragmentCounts roomFor(int documents) {
    return roomFor(documents, Sample.ALL);
  }

  /** Counts with room for {@code documents} of a sample; no others are added. */
  public static FragmentCounts roomFor(int documents, Sample sample) {
    // Room for all: what is wrong by chance weighs as many times as the sample stands for.
    var cells = Math.max(FEWEST_CELLS, CELLS_A_DOCUMENT * (int) sample.all(documents));
    return new FragmentCounts(Integer.highestOneBit(cells - 1) << 1, sample);
  }

  /** Whether another document needs new counts with more room, filled anew. */
  public boolean isFull() {
    return sample.all(documents) >= (double) cells.length / CELLS_A_DOCUMENT;
  }

  /** How many documents were counted, of the sample alone. */
  public int documents() {
    return documents;
  }

  /** How many documents those that were counted stand for. */
  double all() {
    return sample.all(documents);
  }

  /** How many bytes they take. */
  public long bytes() {
    return 2L * cells.length;
  }

  /** Counts a document with the first {@code count} of {@code tokens}, each there once. */
  public void add(int[] tokens, int count) {
    documents++;
    raised += 2L * count;
    for (var i = 0; i < count; i++) {
      raise(cell(tokens[i]));
      raise(otherCell(tokens[i]));
    }
  }

  /**
   * Counts what {@code others} counted, too.
   *
   * @throws IllegalArgumentException if they were made for another number of documents, or another
   *     sample
   */
  public void add(FragmentCounts others) {
    if (others.cells.length != cells.length || !others.sample.equals(sample)) {
      throw new IllegalArgumentException("counts of another size");
    }
    documents += others.documents;
    raised += others.raised;
    for (var cell = 0; cell < cells.length; cell++) {
      cells[cell] = (char) Math.min(Character.MAX_VALUE, cells[cell] + others.cells[cell]);
    }
  }

  /** In how many parts they can be handed on. */
  public int parts() {
    return (cells.length - 1) / PART + 1;
  }

  /** One of the parts, counted from 0; two megabytes at most. */
  public byte[] part(int number) {
    var from = number * PART;
    var count = Math.min(PART, cells.length - from);
    var part = ByteBuffer.allocate(HEADER + count * Character.BYTES);
    part.putInt(number).putInt(cells.length).putInt(sample.halvings());
    part.putInt(documents).putLong(raised);
    part.asCharBuffer().put(cells, from, count);
    return part.array();
  }

  /**
   * The counts whose {@code parts} these are, in their order.
   *
   * @throws IllegalArgumentException if they are not all parts of the same counts
   */
  public static FragmentCounts of(Iterable<byte[]> parts) {
    FragmentCounts counts = null;
    var next = 0;
    for (var bytes : parts) {
      var part = ByteBuffer.wrap(bytes);
      var number = part.getInt();
      var length = part.getInt();
      var sample = new Sample(part.getInt());
      if (counts == null) {
        counts = new FragmentCounts(length, sample);
      }
      if (number != next++
          || length != counts.cells.length
          || !sample.equals(counts.sample)
          || number >= counts.parts()) {
        throw new IllegalArgumentException("parts of other counts");
      }
      counts.documents = part.getInt();
      counts.raised = part.getLong();
      var from = number * PART;
      part.asCharBuffer().get(counts.cells, from, Math.min(PART, length - from));
    }
    if (counts == null || next != counts.parts()) {
      throw new IllegalArgumentException("parts of counts are missing");
    }
    return counts;
  }

  void add(Fragments fragments) {
    add(fragments.risen(), fragments.size());
  }

  private void raise(int cell) {
    if (cells[cell] < Character.MAX_VALUE) {
      cells[cell]++;
    }
  }

  /** Tokens are outputs of a cipher: their bits need no further mixing. */
  private int cell(int token) {
    return token & (cells.length - 1);
  }

  private int otherCell(int token) {
    return (int) ((token * 0x9E3779B97F4A7C15L) >>> 33) & (cells.length - 1);
  }

  /** In how many documents of the sample {@code token} is, about. */
  int count(int token) {
    int count = (char) Math.min(cells[cell(token)], cells[otherCell(token)]);
    return count < Character.MAX_VALUE
        ? Math.max(0, count - (int) (raised / cells.length))
        : Math.max(count, documents / FULL_SHARE);
  }

  /** In how many documents of the sample {@code token} is at most. */
  int most(int token) {
    int count = (char) Math.min(cells[cell(token)], cells[otherCell(token)]);
    return count < Character.MAX_VALUE ? count : Integer.MAX_VALUE;
  }

  /** What sharing each of the fragments is worth, from 0 to 1. */
  public double[] worths(Fragments fragments) {
    var worths = new double[fragments.size()];
    var all = StrictMath.log(sample.all(documents));
    var scale = 1 / (all - StrictMath.log(FEW));
    for (var i = 0; i < worths.length; i++) {
      var count = sample.all(count(fragments.token(i)));
      var worth = count <= FEW ? 1 : Math.max(0, (all - StrictMath.log(count)) * scale);
      // Squared, so that a short message behind a greeting of one in a hundred links with no other
      worths[i] = worth * worth;
    }
    return worths;
  }
}
