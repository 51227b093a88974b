package org.vigie.matching.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Reads who holds what could be a formula: of those who hold a good part of it, nearly all hold the
 * formula. Of a script that many were sent, reworded, each text holds another part. All texts of
 * one owner count as one, else whoever brings a sentence in twenty texts of their own would part
 * those it joins. Votes are whole numbers of small parts of a text, so that the order of reading
 * changes nothing. For use by one thread.
 */
public final class FormulaVotes {

  /** How many fragments can be asked about. */
  static final int MOST = Long.SIZE;

  /** The vote of a text that is read for certain. */
  private static final int ONE = 1 << 10;

  /** A text that bands hardly meet stands for no more than two. */
  private static final double LEAST_MET = 0.5;

  private final int[] tokens;
  private final double[] worths;
  private final double worth;
  private final long enough;
  private final long[] holders;
  private final Map<Integer, Long> owners = new HashMap<>();
  private long votes;

  /**
   * Nothing read yet.
   *
   * @param counts what fragments are worth, and how many texts there are
   * @param frequent what could be of a formula, by {@link Formula#frequent}
   * @throws IllegalArgumentException above 64 fragments
   */
  public FormulaVotes(FragmentCounts counts, Fragments frequent) {
    if (frequent.size() > MOST) {
      throw new IllegalArgumentException("more fragments than are asked about");
    }
    tokens = frequent.risen();
    worths = counts.worths(frequent);
    holders = new long[tokens.length];
    enough = (long) ONE * Formula.enough(counts);
    var sum = 0.0;
    for (var each : worths) {
      sum += each;
    }
    worth = sum;
  }

  /**
   * Which of the fragments a text holds, a bit each in their order; none if it is not half of what
   * they are worth.
   *
   * @param others its tokens, rising
   * @param count how many of them
   */
  public long held(int[] others, int count) {
    var held = 0L;
    var holds = 0.0;
    for (int i = 0, j = 0; i < tokens.length && j < count; ) {
      var order = Integer.compare(tokens[i], others[j]);
      if (order == 0) {
        held |= 1L << i;
        holds += worths[i];
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return holds >= Formula.PART * worth ? held : 0;
  }

  /**
   * The vote of a text that was looked for in bands of two smallest values: it stands for others
   * like it, which they missed (Horvitz and Thompson, A generalization of sampling without
   * replacement, 1952).
   *
   * @param held what it holds, by {@link #held}
   * @param count how many fragments it has
   * @param bands how many were looked into; meeting it in one was enough
   */
  public int vote(long held, int count, int bands) {
    var shared = Long.bitCount(held);
    var share = (double) shared / (tokens.length + count - shared);
    var met = 1 - StrictMath.pow(1 - share * share, bands);
    return (int) Math.round(ONE / Math.max(LEAST_MET, met));
  }

  /**
   * Reads a text that is no variant of another, where none is missed; parameters as above.
   *
   * @param owner whose it is, below 0 for nobody's
   */
  public void read(int[] others, int count, int owner) {
    read(held(others, count), ONE, owner);
  }

  /** Reads one that was looked for in {@code bands}; an owner's count as one all the same. */
  public void readMet(int[] others, int count, int owner, int bands) {
    var held = held(others, count);
    read(held, vote(held, count, bands), owner);
  }

  private void read(long held, int vote, int owner) {
    if (owner < 0) {
      add(held, vote);
    } else if (held != 0) {
      var before = owners.getOrDefault(owner, 0L);
      owners.put(owner, before | held);
      votes += before == 0 ? ONE : 0;
      raise(held & ~before, ONE);
    }
  }

  /**
   * Adds votes of nobody's that were read elsewhere.
   *
   * @param held what each of those texts holds, by {@link #held}; nothing has no vote
   */
  public void add(long held, long some) {
    if (held != 0) {
      votes += some;
      raise(held, some);
    }
  }

  private void raise(long held, long some) {
    for (var left = held; left != 0; left &= left - 1) {
      holders[Long.numberOfTrailingZeros(left)] += some;
    }
  }

  /** What the formula in it is worth, by what was read; 0 if there is none. */
  public double worth() {
    var formula = 0.0;
    for (var i = 0; i < tokens.length && votes >= enough; i++) {
      formula += holders[i] >= Formula.NEARLY_ALL * votes ? worths[i] : 0;
    }
    return formula;
  }
}
