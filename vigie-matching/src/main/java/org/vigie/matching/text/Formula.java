package org.vigie.matching.text;

import java.util.Arrays;

/**
 * Whether what two texts share is no more than a formula, such as a greeting that is in no list:
 * many different texts hold one and the same part of it. Looked at are worths, so that frequent
 * words which chance put into both texts change little. Only frequent fragments can be of a
 * formula; how much of them is one say {@link FormulaVotes}, whatever else two texts share, so that
 * it is asked once for all who write the same greeting.
 */
public final class Formula {

  /** By worth, so much of what could be a formula says who is looked at, and makes it one. */
  static final double PART = 0.5;

  /** What so many of those that are looked at hold is the formula. */
  static final double NEARLY_ALL = 0.9;

  /** A formula is worth at most so many times what two texts must share at least. */
  static final int LONGEST = 2;

  /**
   * So many different texts hold a formula where there are few texts: eight people who were sent
   * one sentence may then be all whom one caller reached.
   */
  private static final int FEWEST_OF_FEW = 20;

  /** Fewer texts than these are few: a greeting in them makes few false links. */
  private static final int FEW_TEXTS = 5000;

  /** So many hold one among many texts, or one in 2,500 where that is more. */
  private static final int FEWEST = 8;

  private static final int ONE_IN = 2500;

  /** From here on there are many; between, one text more changes little. */
  private static final int MANY_TEXTS = 8000;

  private final Fragments frequent;
  private final double worth;
  private final boolean likely;

  /**
   * Whether {@code part} is one.
   *
   * @param counts in how many different texts its fragments are, those of one owner counted once
   */
  public Formula(FragmentCounts counts, Fragments part) {
    var tokens = part.risen();
    var worths = counts.worths(part);
    var fewest = NEARLY_ALL * enough(counts);
    var often = new int[tokens.length];
    var count = 0;
    var sum = 0.0;
    var oftenWorth = 0.0;
    for (var i = 0; i < tokens.length; i++) {
      sum += worths[i];
      if (counts.most(tokens[i]) >= fewest) {
        often[count++] = tokens[i];
        oftenWorth += worths[i];
      }
    }
    worth = sum;
    frequent = Fragments.rising(Arrays.copyOf(often, count));
    likely = count > 0 && count <= FormulaVotes.MOST && oftenWorth >= PART * sum;
  }

  /** How many texts have to hold a formula, among those that were counted. */
  static int enough(FragmentCounts counts) {
    var all = (int) Math.min(MANY_TEXTS, counts.all());
    return Math.max(fewest(all), all < MANY_TEXTS ? 0 : counts.documents() / ONE_IN);
  }

  /** The fewest that hold a formula where there are {@code texts} different ones or less. */
  public static int fewest(int texts) {
    var beyond = Math.clamp(texts, FEW_TEXTS, MANY_TEXTS) - FEW_TEXTS;
    return FEWEST_OF_FEW - (FEWEST_OF_FEW - FEWEST) * beyond / (MANY_TEXTS - FEW_TEXTS);
  }

  /** Whether reading texts can show it to be one; of nearly all that texts share it cannot. */
  public boolean isLikely() {
    return likely;
  }

  /** What of it could be of a formula. */
  public Fragments frequent() {
    return frequent;
  }

  /** What it is worth. */
  public double worth() {
    return worth;
  }

  /**
   * Whether less than {@code least} of full worth is left of what two texts share without the
   * formula in it, and that is no longer than formulas are.
   *
   * @param worth what they share is worth
   * @param formula what of that the formula is worth, by {@link FormulaVotes}
   */
  public static boolean leavesLessThan(double least, double worth, double formula) {
    return formula >= PART * worth && formula <= LONGEST * least && worth - formula < least;
  }
}
