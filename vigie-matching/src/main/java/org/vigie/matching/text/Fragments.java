package org.vigie.matching.text;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The set of keyed fragments of one text: what is compared, without the text. A long list of keyed
 * fragments is a substitution cipher: it belongs sealed wherever it is stored.
 */
public final class Fragments {

  /** How many words an outline has. */
  public static final int OUTLINE_WORDS = 4;

  /** In the top byte of the last word of an outline: this many fragments or more. */
  public static final int LARGE = 255;

  /** No fragments. */
  static final Fragments NONE = new Fragments(new int[0]);

  /** The bits of parity in the last word of an outline. */
  public static final long PARITY_OF_LAST = -1L >>> 8;

  private static final int BUCKETS = 64;

  private final int[] tokens;
  private final long first;
  private final long second;
  private final long third;
  private final long fourth;

  private Fragments(int[] rising) {
    this.tokens = rising;
    var parity = new long[OUTLINE_WORDS];
    for (var token : rising) {
      parity[token >>> 30] ^= 1L << (token >>> 24);
    }
    first = parity[0];
    second = parity[1];
    third = parity[2];
    fourth = (parity[3] & PARITY_OF_LAST) | (long) Math.min(rising.length, LARGE) << 56;
  }

  /** The set of {@code tokens}, in any order and with any repetition. */
  public static Fragments of(int[] tokens) {
    return taking(tokens.clone(), tokens.length);
  }

  /**
   * The set of {@code tokens}, which are taken over.
   *
   * @throws IllegalArgumentException unless each is greater than the one before
   */
  public static Fragments rising(int[] tokens) {
    for (var i = 1; i < tokens.length; i++) {
      if (tokens[i] <= tokens[i - 1]) {
        throw new IllegalArgumentException("tokens that do not rise");
      }
    }
    return new Fragments(tokens);
  }

  /** The set of the first {@code count} of {@code tokens}, which are ordered anew. */
  static Fragments taking(int[] tokens, int count) {
    var rising = risen(tokens, count);
    var kept = 0;
    for (var i = 0; i < count; i++) {
      if (i == 0 || rising[i] != rising[i - 1]) {
        rising[kept++] = rising[i];
      }
    }
    return new Fragments(kept == rising.length ? rising : Arrays.copyOf(rising, kept));
  }

  /** Tokens come out of a cipher, evenly spread: counting by their top bits nearly orders them. */
  private static int[] risen(int[] tokens, int count) {
    if (count > 8 * BUCKETS) {
      Arrays.sort(tokens, 0, count);
      return tokens;
    }
    var starts = new int[BUCKETS + 1];
    for (var i = 0; i < count; i++) {
      starts[bucket(tokens[i]) + 1]++;
    }
    for (var b = 0; b < BUCKETS; b++) {
      starts[b + 1] += starts[b];
    }
    var rising = new int[count];
    for (var i = 0; i < count; i++) {
      rising[starts[bucket(tokens[i])]++] = tokens[i];
    }
    for (var i = 1; i < count; i++) {
      var token = rising[i];
      var at = i;
      for (; at > 0 && rising[at - 1] > token; at--) {
        rising[at] = rising[at - 1];
      }
      rising[at] = token;
    }
    return rising;
  }

  private static int bucket(int token) {
    return (token ^ Integer.MIN_VALUE) >>> 26;
  }

  /** How many there are. */
  public int size() {
    return tokens.length;
  }

  /** A copy of the tokens, rising. */
  public int[] tokens() {
    return tokens.clone();
  }

  /** Copies the tokens, rising, into {@code into} from {@code at} on. */
  public void copyTo(int[] into, int at) {
    System.arraycopy(tokens, 0, into, at, tokens.length);
  }

  /** The tokens themselves, rising; not to be changed. */
  int[] risen() {
    return tokens;
  }

  int token(int index) {
    return tokens[index];
  }

  /**
   * A word of the outline, from 0 to 3: 248 bits of the parity of the tokens, then how many there
   * are in the top byte of the last word, 255 for as many or more.
   */
  public long outline(int word) {
    return switch (word) {
      case 0 -> first;
      case 1 -> second;
      case 2 -> third;
      default -> fourth;
    };
  }

  /** A number that depends on all of them, well mixed; equal sets have the same. */
  public long digest() {
    return digest(first, second, fourth);
  }

  /** As {@link #digest()}, by three words of the outline. */
  public static long digest(long first, long second, long fourth) {
    var mixed =
        (first * 0x9E3779B97F4A7C15L)
            ^ Long.rotateLeft(second, 31)
            ^ (fourth * 0x94D049BB133111EBL);
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    return mixed ^ (mixed >>> 27);
  }

  /** How many fragments both hold. */
  public int shared(Fragments other) {
    return shared(tokens, tokens.length, other.tokens, other.tokens.length);
  }

  /** Those that both hold. */
  public Fragments common(Fragments other) {
    var common = new int[Math.min(tokens.length, other.tokens.length)];
    var count = 0;
    for (int i = 0, j = 0; i < tokens.length && j < other.tokens.length; ) {
      var order = Integer.compare(tokens[i], other.tokens[j]);
      if (order == 0) {
        common[count++] = tokens[i];
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return new Fragments(Arrays.copyOf(common, count));
  }

  /** Those that either holds. */
  Fragments and(Fragments other) {
    var all = Arrays.copyOf(tokens, tokens.length + other.tokens.length);
    System.arraycopy(other.tokens, 0, all, tokens.length, other.tokens.length);
    return taking(all, all.length);
  }

  /** Those that {@code other} does not hold. */
  Fragments without(Fragments other) {
    var own = Arrays.stream(tokens).filter(token -> Arrays.binarySearch(other.tokens, token) < 0);
    return new Fragments(own.toArray());
  }

  /** How many of them {@code which} picks. */
  public int count(IntPredicate which) {
    var count = 0;
    for (var token : tokens) {
      count += which.test(token) ? 1 : 0;
    }
    return count;
  }

  /** How many of two rising lists are in both. */
  static int shared(int[] one, int ones, int[] other, int others) {
    var shared = 0;
    for (int i = 0, j = 0; i < ones && j < others; ) {
      var a = one[i];
      var b = other[j];
      shared += a == b ? 1 : 0;
      i += a <= b ? 1 : 0;
      j += b <= a ? 1 : 0;
    }
    return shared;
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
