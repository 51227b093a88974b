package org.vigie.matching.text;

import org.jspecify.annotations.Nullable;

/** Scores documents against the fragments that one query asks for. For use by one thread. */
public final class Scorer {

  private static final int SEEN_WORDS = 64;

  private final @Nullable FragmentCounts counts;
  private final Fragments asked;
  private final int[] tokens;
  private final double threshold;
  private final double share;

  /** A bit for the low 12 bits of each fragment that is asked for. */
  private long @Nullable [] seen;

  private double @Nullable [] worths;

  /**
   * A scorer of documents against {@code asked}.
   *
   * @param counts what fragments are worth; null if they are worth the same
   * @param threshold the least score, above 0, at most 1
   */
  public Scorer(@Nullable FragmentCounts counts, Fragments asked, double threshold) {
    this.counts = counts;
    this.asked = asked;
    this.tokens = asked.risen();
    this.threshold = threshold;
    this.share = threshold / (1 + threshold);
  }

  /** The fewest fragments that a document of {@code size} has to share. */
  int fewest(int size) {
    return (int) Math.ceil(share * (tokens.length + size) - 1e-9);
  }

  /**
   * Whether a document may reach the threshold, by its outline: each fragment that is not shared
   * flips at most one bit of parity, so a document that does is never left out.
   */
  public boolean mayReach(long first, long second, long third, long fourth) {
    var size = (int) (fourth >>> 56);
    var apart =
        Long.bitCount(asked.outline(0) ^ first)
            + Long.bitCount(asked.outline(1) ^ second)
            + Long.bitCount(asked.outline(2) ^ third)
            + Long.bitCount((asked.outline(3) ^ fourth) & Fragments.PARITY_OF_LAST);
    return size == Fragments.LARGE || mayReach(share, tokens.length + size, apart);
  }

  private static boolean mayReach(double share, int both, int apart) {
    var most = (both - apart) / 2;
    return most >= share * both - 1e-9;
  }

  /** As {@link #mayReach(long, long, long, long)}. */
  boolean mayReach(Fragments other) {
    return mayReach(other.outline(0), other.outline(1), other.outline(2), other.outline(3));
  }

  /**
   * Whether the share of common fragments, each worth the same, reaches the threshold.
   *
   * @param others the document's tokens, rising
   * @param size how many of them
   */
  public boolean isLike(int[] others, int size) {
    var fewest = fewest(size);
    return atMostShared(others, size) >= fewest && shared(others, size) >= fewest;
  }

  /** The score of {@code document} if it reaches the threshold; parameters as above. */
  public @Nullable Overlap score(int document, int[] others, int size) {
    var fewest = fewest(size);
    if (atMostShared(others, size) < fewest) {
      return null;
    }
    var shared = shared(others, size);
    if (shared < fewest || shared == 0) {
      return null;
    }
    var union = tokens.length + size - shared;
    var score = (counts == null ? shared : worth(counts, others, size)) / union;
    return score >= threshold ? new Overlap(document, score, shared, union) : null;
  }

  private int shared(int[] others, int size) {
    return Fragments.shared(tokens, tokens.length, others, size);
  }

  private int atMostShared(int[] others, int size) {
    var bits = seen;
    if (bits == null) {
      bits = new long[SEEN_WORDS];
      for (var token : tokens) {
        bits[(token >>> 6) & (SEEN_WORDS - 1)] |= 1L << token;
      }
      seen = bits;
    }
    var shared = 0;
    for (var i = 0; i < size; i++) {
      shared += (int) (bits[(others[i] >>> 6) & (SEEN_WORDS - 1)] >>> others[i]) & 1;
    }
    return shared;
  }

  private double worth(FragmentCounts counts, int[] others, int size) {
    var each = worths;
    if (each == null) {
      each = counts.worths(asked);
      worths = each;
    }
    var worth = 0.0;
    for (int i = 0, j = 0; i < tokens.length && j < size; ) {
      var order = Integer.compare(tokens[i], others[j]);
      if (order == 0) {
        worth += each[i];
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return worth;
  }
}
