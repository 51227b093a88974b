package org.vigie.matching.text;

/**
 * Whether what two texts share is no more than a formula, such as a greeting that is in no list:
 * many different texts hold one and the same part of it. Of a script that many were sent, reworded,
 * each text holds another part. Looked at are worths, so that frequent words which chance put into
 * both texts change little. For use by one thread.
 */
public final class Formula {

  /** What holds so much of a part is looked at. */
  private static final double PART = 0.5;

  /** What so many of those that are looked at hold is the formula. */
  private static final double NEARLY_ALL = 0.9;

  /** So many different texts hold it, or one in a thousand of all where that is more. */
  private static final int FEWEST = 20;

  private static final int ONE_IN = 1000;

  private final int[] tokens;
  private final double[] worths;
  private final boolean[] held;
  private final int[] holders;
  private final double worth;
  private final int enough;
  private final boolean likely;
  private int texts;

  /**
   * Whether {@code part} is one.
   *
   * @param counts in how many different texts its fragments are
   * @param all how many texts there are
   */
  public Formula(FragmentCounts counts, Fragments part, int all) {
    tokens = part.risen();
    worths = counts.worths(part);
    held = new boolean[tokens.length];
    holders = new int[tokens.length];
    enough = Math.max(FEWEST, all / ONE_IN);
    var sum = 0.0;
    var frequent = 0.0;
    for (var i = 0; i < tokens.length; i++) {
      sum += worths[i];
      frequent += counts.most(tokens[i]) >= NEARLY_ALL * enough ? worths[i] : 0;
    }
    worth = sum;
    likely = frequent >= PART * sum;
  }

  /** Whether reading texts can show it to be one; of nearly all that texts share it cannot. */
  public boolean isLikely() {
    return likely;
  }

  /** Reads a text that is no variant of another: its tokens, rising, of which {@code count}. */
  public void read(int[] others, int count) {
    var holds = 0.0;
    for (int i = 0, j = 0; i < tokens.length; ) {
      var order = j < count ? Integer.compare(tokens[i], others[j]) : -1;
      held[i] = order == 0;
      holds += order == 0 ? worths[i] : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    if (holds >= PART * worth) {
      texts++;
      for (var i = 0; i < tokens.length; i++) {
        holders[i] += held[i] ? 1 : 0;
      }
    }
  }

  /** Whether, by what was read, less than {@code least} of full worth is left without a formula. */
  public boolean leavesLessThan(double least) {
    if (!likely || texts < enough) {
      return false;
    }
    var formula = 0.0;
    for (var i = 0; i < tokens.length; i++) {
      formula += holders[i] >= NEARLY_ALL * texts ? worths[i] : 0;
    }
    return formula >= PART * worth && worth - formula < least;
  }
}
