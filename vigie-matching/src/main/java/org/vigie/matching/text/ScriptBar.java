package org.vigie.matching.text;

/**
 * From when on two texts are one script in one way of comparing them.
 *
 * @param threshold the least score
 * @param least how much of full worth must be shared
 * @param sifts whether what shares a {@link Formula} alone is left out
 */
public record ScriptBar(double threshold, double least, boolean sifts) {

  /** Sounds are fewer than letters, so chance shares more of them. */
  private static final double LEAST_BY_SOUND = 0.3;

  /**
   * So many fragments of full worth at the default threshold and above: a greeting of four words
   * that a hundred others also write is worth less. Below it fewer, in proportion: whoever asks
   * there wants what might be alike, to look through.
   */
  private static final double LEAST_SHARED = 20;

  /** A Chinese sign says as much as several letters, and greetings have few of them. */
  private static final double LEAST_SHARED_SIGNS = 10;

  /**
   * A Tibetan syllable takes several letters: a greeting of four words that ten people write was
   * often worth more than twenty, and most false links were such. More would lose scripts of which
   * a fifth was reworded.
   */
  private static final double LEAST_SHARED_OTHER = 26;

  /** From this share of fragments on, two texts are nearly the same, formula or not. */
  private static final double NEARLY_THE_SAME = 0.5;

  /** By letters, when a text of {@code writing} is asked with. */
  public static ScriptBar byLetters(Writing writing, double threshold) {
    return new ScriptBar(threshold, least(shared(writing), threshold), sifts(threshold));
  }

  /** By sound, between texts of two writings. */
  public static ScriptBar bySound(Writing one, Writing other, double threshold) {
    var han = one == Writing.HAN || other == Writing.HAN;
    var shared = han ? LEAST_SHARED_SIGNS : LEAST_SHARED;
    return new ScriptBar(bySound(threshold), least(shared, threshold), sifts(threshold));
  }

  /** The least score by sound where {@code threshold} is that by letters. */
  public static double bySound(double threshold) {
    return Math.max(threshold, LEAST_BY_SOUND);
  }

  private static double shared(Writing writing) {
    return switch (writing) {
      case HAN -> LEAST_SHARED_SIGNS;
      case OTHER -> LEAST_SHARED_OTHER;
      default -> LEAST_SHARED;
    };
  }

  private static double least(double shared, double threshold) {
    return shared * Math.min(1, threshold / TextMatcher.DEFAULT_THRESHOLD);
  }

  /** Whoever asks below the default threshold looks through what is alike, formulas included. */
  private static boolean sifts(double threshold) {
    return threshold >= TextMatcher.DEFAULT_THRESHOLD;
  }

  /** Whether so little is shared that it may be a formula, with too little to count besides. */
  public boolean mayBeFormula(Overlap overlap) {
    return sifts
        && overlap.shared() < NEARLY_THE_SAME * overlap.union()
        && overlap.shared() < (Formula.LONGEST + 1) * least;
  }

  /**
   * Whether enough is shared, not only a good part: a few frequent words make a good share of two
   * short texts.
   *
   * @param asked how many fragments were asked with
   */
  public boolean isEnough(Overlap overlap, int asked) {
    var other = overlap.union() + overlap.shared() - asked;
    return overlap.score() * overlap.union() >= Math.min(least, 0.9 * Math.min(asked, other));
  }
}
