package org.vigie.kernel;

import java.util.ArrayList;

/**
 * People's words within a sentence of ours, shielded so that neither turns the other round (UAX #9,
 * isolates). Protects what stands beside them against marks of direction that they hold. Does not
 * protect the words themselves: what is written backwards stays so.
 */
public final class Isolate {

  /** Begins words that run as their first letter says. */
  public static final char FIRST_STRONG = '\u2068';

  /** Ends what any isolate began. */
  public static final char POP = '\u2069';

  private static final char LEFT_TO_RIGHT = '\u2066';
  private static final char POP_EMBEDDING = '\u202C';

  private Isolate() {}

  /** {@code words} apart from what stands around them. */
  public static String of(String words) {
    return FIRST_STRONG + balanced(words) + POP;
  }

  /** Whether {@code c} begins an isolate of any direction. */
  public static boolean begins(char c) {
    return c >= LEFT_TO_RIGHT && c <= FIRST_STRONG;
  }

  /**
   * Closes what {@code words} leave open and drops what they close without having opened, so that
   * one person's marks of direction end with their words.
   */
  public static String balanced(String words) {
    var out = new StringBuilder(words.length());
    var open = new ArrayList<Character>();
    for (var i = 0; i < words.length(); i++) {
      var c = words.charAt(i);
      if (begins(c)) {
        open.add(POP);
      } else if (embeds(c)) {
        open.add(POP_EMBEDDING);
      } else if (c == POP || c == POP_EMBEDDING) {
        if (open.isEmpty() || open.getLast() != c) {
          continue;
        }
        open.removeLast();
      }
      out.append(c);
    }
    open.reversed().forEach(out::append);
    return out.toString();
  }

  private static boolean embeds(char c) {
    return c == '\u202A' || c == '\u202B' || c == '\u202D' || c == '\u202E';
  }
}
