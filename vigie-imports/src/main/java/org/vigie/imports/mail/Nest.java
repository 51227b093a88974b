package org.vigie.imports.mail;

import org.jspecify.annotations.Nullable;

/**
 * Where a part lies: which part it is of those that a multipart holds, and where that lies.
 *
 * @param of what holds it
 * @param number which part, from 1; 0 before the first
 * @param outer where what holds it lies; null for the message itself
 */
record Nest(Multipart of, int number, @Nullable Nest outer) {

  /** What holds parts. */
  static final class Multipart {

    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private final String boundary;
    private final boolean alternative;
    private int plain = NONE;

    private Multipart(String boundary, boolean alternative) {
      this.boundary = boundary;
      this.alternative = alternative;
    }
  }

  /** The place before the first part of what lies at {@code outer}. */
  static Nest in(String boundary, boolean alternative, @Nullable Nest outer) {
    return new Nest(new Multipart(boundary, alternative), 0, outer);
  }

  /** How many multiparts lie around. */
  static int depth(@Nullable Nest nest) {
    var depth = 0;
    for (var at = nest; at != null; at = at.outer) {
      depth++;
    }
    return depth;
  }

  /** Whether a line begins the next part. */
  boolean parts(String line) {
    return line.length() == of.boundary.length() + 2 && isDelimiter(line);
  }

  /** Whether a line ends the last part. */
  boolean ends(String line) {
    return line.length() == of.boundary.length() + 4 && line.endsWith("--") && isDelimiter(line);
  }

  private boolean isDelimiter(String line) {
    return line.startsWith("--") && line.startsWith(of.boundary, 2);
  }

  /** The part after this one. */
  Nest next() {
    return new Nest(of, number + 1, outer);
  }

  /** Notes that plain words are here: other ways of writing them need not be shown. */
  static void plainAt(@Nullable Nest nest) {
    for (var at = nest; at != null; at = at.outer) {
      var known = at.of.plain;
      at.of.plain = known == Multipart.NONE || known == at.number ? at.number : Multipart.SEVERAL;
    }
  }

  /**
   * Whether plain words stand for a page here: those of another part of the same
   * multipart/alternative (RFC 2046, section 5.1.4). Plain words that are only beside it do not.
   */
  static boolean plainInsteadOf(@Nullable Nest nest) {
    for (var at = nest; at != null; at = at.outer) {
      var plain = at.of.plain;
      if (at.of.alternative && plain != Multipart.NONE && plain != at.number) {
        return true;
      }
    }
    return false;
  }
}
