package org.vigie.imports.whatsapp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.tally.DayHalf;
import org.vigie.imports.text.EightBytes;

/**
 * One head byte by byte: which bytes are digits, and what the others are. A line that agrees with a
 * head that was read is one too and differs in its numbers alone, so that nothing but the digits
 * has to be looked at.
 */
final class HeadForm {

  /** Bytes of the longest head that is kept. */
  static final int LONGEST = 48;

  private static final int AFTER = 2; // bytes of a mark that may follow; its rest is not looked at
  private static final int TWO_ZEROS = '0' * 11;
  private static final int HOUR = 3;
  private static final int MINUTE = 4;
  private static final int SECOND = 5;

  private final int length;
  private final int rawStart;
  private final int rawEnd;
  private final int style;
  private final int shape;
  private final int eraPart;
  private final int era;
  private final @Nullable DayHalf half;

  /** Where the numbers begin: three of the date, hour, minute and perhaps second. */
  private final int[] place;

  /** How many digits each of them has. */
  private final int[] width;

  private final long[] literal;
  private final long[] digits;

  /**
   * The form of the head that was just read from {@code from}.
   *
   * @param place where the numbers begin, in the order of the head
   * @param width how many digits each of them has
   */
  HeadForm(
      HeaderScanner head, byte[] b, int from, int[] place, int[] width, @Nullable DayHalf half) {
    length = head.bodyStart - from;
    rawStart = head.rawStart - from;
    rawEnd = head.rawEnd - from;
    style = head.style;
    shape = head.shape;
    eraPart = head.eraPart;
    era = head.era;
    this.half = half;
    this.place = place;
    this.width = width;
    var isDigit = new boolean[length];
    for (var i = 0; i < place.length; i++) {
      place[i] -= from;
      for (var j = 0; j < width[i]; j++) {
        isDigit[place[i] + j] = true;
      }
    }
    literal = new long[(length + 7) / 8];
    digits = new long[literal.length];
    for (var i = 0; i < length; i++) {
      var shift = (i & 7) * 8;
      digits[i >> 3] |= isDigit[i] ? 0xFFL << shift : 0;
      literal[i >> 3] |= isDigit[i] ? 0 : (b[from + i] & 0xFFL) << shift;
    }
  }

  /** Whether the line agrees; then {@code head} holds what a scan of it would. */
  boolean read(byte[] b, int from, int to, HeaderScanner head) {
    return to - from > length + AFTER
        && from + literal.length * 8 <= b.length
        && agrees(b, from)
        && numbers(b, from, head);
  }

  /** Whether the same lines agree with it. */
  boolean isLike(HeadForm other) {
    return length == other.length
        && Arrays.equals(literal, other.literal)
        && Arrays.equals(digits, other.digits);
  }

  private boolean agrees(byte[] b, int from) {
    for (var i = 0; i < literal.length; i++) {
      var rest = length - i * 8;
      var mask = rest < 8 ? (1L << (rest * 8)) - 1 : -1L;
      if (!EightBytes.agree(EightBytes.at(b, from + i * 8) & mask, literal[i], digits[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean numbers(byte[] b, int from, HeaderScanner head) {
    var hour = number(b, from, HOUR);
    var minute = number(b, from, MINUTE);
    var second = place.length > SECOND ? number(b, from, SECOND) : 0;
    if (minute > 59 || hour > 24 || second > 60 || (half == DayHalf.AM && hour > 12)) {
      return false;
    }
    for (var i = 0; i < HOUR; i++) {
      head.date[i] = number(b, from, i);
      head.width[i] = width[i];
    }
    head.hour = half != null && hour <= 12 ? half.hour(hour) : hour;
    head.minute = minute;
    head.second = second;
    head.hasSeconds = place.length > SECOND;
    head.eraPart = eraPart;
    head.era = era;
    head.style = style;
    head.shape = shape;
    head.rawStart = from + rawStart;
    head.rawEnd = from + rawEnd;
    head.bodyStart = from + length;
    return true;
  }

  private int number(byte[] b, int from, int which) {
    var at = from + place[which];
    if (width[which] == 2) {
      return b[at] * 10 + b[at + 1] - TWO_ZEROS;
    }
    var value = 0;
    for (var i = 0; i < width[which]; i++) {
      value = value * 10 + b[at + i] - '0';
    }
    return value;
  }
}
