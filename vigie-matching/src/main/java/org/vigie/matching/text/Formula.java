package org.vigie.matching.text;

/**
 * Whether what two texts share is a formula, such as a greeting that is in no list: many different
 * texts hold nearly all of it, and hardly any hold only a part. Of a script that many were sent,
 * reworded, each text holds other parts. Looked at are worths, so that frequent words which chance
 * put into both texts change little. For use by one thread.
 */
public final class Formula {

  private static final double WHOLE = 0.85;
  private static final double PART = 0.5;

  /** Of those that hold a part, so many hold the whole. */
  private static final double MOSTLY = 0.7;

  /** So many different texts hold it, or one in a thousand of all where that is more. */
  private static final int FEWEST = 20;

  private static final int ONE_IN = 1000;

  private final int[] tokens;
  private final double[] worths;
  private final double worth;
  private final int enough;
  private final boolean likely;
  private int whole;
  private int some;

  /**
   * Whether {@code part} is one.
   *
   * @param counts in how many different texts its fragments are
   * @param texts how many texts there are
   */
  public Formula(FragmentCounts counts, Fragments part, int texts) {
    tokens = part.risen();
    worths = counts.worths(part);
    enough = Math.max(FEWEST, texts / ONE_IN);
    var all = 0.0;
    var frequent = 0.0;
    for (var i = 0; i < tokens.length; i++) {
      all += worths[i];
      // Counts are wrong by some tens at most; texts are read to be sure
      frequent += 2 * counts.count(tokens[i]) >= enough ? worths[i] : 0;
    }
    worth = all;
    likely = frequent >= WHOLE * all;
  }

  /** Whether reading texts can show it to be one; of nearly all that texts share it cannot. */
  public boolean isLikely() {
    return likely;
  }

  /** Reads a text that is no variant of another: its tokens, rising, of which {@code count}. */
  public void read(int[] others, int count) {
    var held = 0.0;
    for (int i = 0, j = 0; i < tokens.length && j < count; ) {
      var order = Integer.compare(tokens[i], others[j]);
      held += order == 0 ? worths[i] : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    whole += held >= WHOLE * worth ? 1 : 0;
    some += held >= PART * worth ? 1 : 0;
  }

  /** Whether it is one, by what was read. */
  public boolean is() {
    return likely && whole >= enough && whole >= MOSTLY * some;
  }
}
