package org.vigie.matching.text;

/**
 * Which documents are counted for all of them, where there are very many. A digest of their keyed
 * fragments decides, so that the same ones are counted wherever documents are and in whatever order
 * they came (Broder, Identifying and filtering near-duplicate documents, 2000, chooses by such a
 * digest, too): who writes a text cannot know whether it is counted.
 *
 * @param halvings one in so many powers of two is counted
 */
public record Sample(int halvings) {

  /**
   * So many documents at most are all counted, and of more about half as many to as many. What one
   * in 2,500 of all write is then still counted more than twenty-five times.
   */
  public static final int MOST = 1 << 17;

  /** Every document. */
  public static final Sample ALL = new Sample(0);

  private static final int SHIFT = 24;

  /** The sample of {@code documents}, all of them up to {@code most}. */
  public static Sample among(long documents, int most) {
    var halvings = 0;
    while (documents > (long) most << halvings) {
      halvings++;
    }
    return halvings == 0 ? ALL : new Sample(halvings);
  }

  /** Whether the document of these fragments is counted. */
  public boolean holds(Fragments fragments) {
    return holds(fragments.digest());
  }

  /** Whether the document of this {@link Fragments#digest} is counted. */
  public boolean holds(long digest) {
    return (digest >>> SHIFT & (1L << halvings) - 1) == 0;
  }

  /** How many of all documents so many of the sample stand for. */
  double all(int counted) {
    return (double) counted * (1L << halvings);
  }
}
