package org.vigie.matching.text;

import java.util.Arrays;

/**
 * The set of keyed fragments of one text: what is compared, without the text. A long list of keyed
 * fragments is a substitution cipher: it belongs sealed wherever it is stored.
 */
public final class Fragments {

  /** No fragments. */
  static final Fragments NONE = new Fragments(new int[0]);

  static final int PARITY_WORDS = 4;

  private final int[] tokens;
  private final long[] parity;

  private Fragments(int[] sorted) {
    this.tokens = sorted;
    this.parity = new long[PARITY_WORDS];
    for (var token : sorted) {
      parity[token >>> 30] ^= 1L << (token >>> 24);
    }
  }

  /** The set of {@code tokens}, in any order and with any repetition. */
  public static Fragments of(int[] tokens) {
    var sorted = tokens.clone();
    Arrays.sort(sorted);
    var kept = 0;
    for (var i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return new Fragments(kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept));
  }

  /** The set of those that {@code others} lack. */
  Fragments without(Fragments others) {
    return new Fragments(
        Arrays.stream(tokens).filter(t -> Arrays.binarySearch(others.tokens, t) < 0).toArray());
  }

  /** How many there are. */
  public int size() {
    return tokens.length;
  }

  /** A copy of the tokens, rising. */
  public int[] tokens() {
    return tokens.clone();
  }

  int token(int index) {
    return tokens[index];
  }

  /** 64 bits of the parity of the tokens, {@code word} from 0 to 3. */
  long parity(int word) {
    return parity[word];
  }

  /** How many fragments both hold. */
  public int shared(Fragments other) {
    var shared = 0;
    for (int i = 0, j = 0; i < tokens.length && j < other.tokens.length; ) {
      var order = Integer.compare(tokens[i], other.tokens[j]);
      if (order == 0) {
        shared++;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared;
  }

  /**
   * The most that both can share, from 256 bits of parity each: never less than what they do share,
   * since each fragment that is not shared flips at most one bit.
   */
  int atMostShared(Fragments other) {
    var apart = 0;
    for (var word = 0; word < PARITY_WORDS; word++) {
      apart += Long.bitCount(parity[word] ^ other.parity[word]);
    }
    return (tokens.length + other.tokens.length - apart) / 2;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fragments fragments && Arrays.equals(tokens, fragments.tokens);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(tokens);
  }

  /** How many there are, never which. */
  @Override
  public String toString() {
    return "Fragments[" + tokens.length + "]";
  }
}
