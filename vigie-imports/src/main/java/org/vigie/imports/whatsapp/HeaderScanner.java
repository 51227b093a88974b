package org.vigie.imports.whatsapp;

import org.jspecify.annotations.Nullable;
import org.vigie.imports.tally.DayHalf;

/**
 * Finds the head of a message, {@code [date time] } or {@code date time - }, at the beginning of a
 * line, byte by byte. What it found stays in the fields until the next scan. Two heads of one
 * export have the same {@link #shape}.
 */
final class HeaderScanner {

  static final int BRACKET = 1;
  static final int DASH = 2;
  static final int COLON = 3;

  private static final int LONGEST_WORD = 40;
  private static final byte BEFORE_IT = (byte) 0xD8; // U+060C is D8 8C
  private static final byte ARABIC_COMMA = (byte) 0x8C;

  private final ClockWords words;
  private final HeadForms forms = new HeadForms();
  private byte[] b = new byte[0];
  private int p;
  private int end;
  private int script;
  private int digits;

  /** The three numbers of the date, as written. */
  final int[] date = new int[3];

  /** How many digits each has. */
  final int[] width = new int[3];

  /** Which of the three carries an era letter, or -1. */
  int eraPart;

  /** The era letter: R, H or S. */
  int era;

  int hour;
  int minute;
  int second;
  boolean hasSeconds;
  int style;

  /** Equal for heads written by one device. */
  int shape;

  int rawStart;
  int rawEnd;

  /** Where the author or the line of the application begins. */
  int bodyStart;

  private int wordHash;
  private int markerPlace;
  private int comma;
  private @Nullable DayHalf half;

  HeaderScanner(ClockWords words) {
    this.words = words;
  }

  /** Whether a head stands at {@code from}. */
  boolean scan(byte[] buffer, int from, int to) {
    if (forms.read(buffer, from, to, this)) {
      return true;
    }
    forms.begin();
    var found = inFull(buffer, from, to);
    if (found) {
      forms.keep(this, buffer, from, half);
    }
    return found;
  }

  private boolean inFull(byte[] buffer, int from, int to) {
    b = buffer;
    end = to;
    p = Marks.skip(b, from, to);
    if (p >= end || !mayBegin(b[p])) {
      return false;
    }
    style = 0;
    if (b[p] == '[') {
      style = BRACKET;
      p = Marks.skip(b, p + 1, end);
    }
    rawStart = p;
    wordHash = 0;
    markerPlace = 0;
    comma = 0;
    half = null;
    var separator = date();
    if (separator == 0 || !joiner()) {
      return false;
    }
    var clock = clock();
    if (clock == 0 || !tail() || (half == DayHalf.AM && hour > 12)) {
      return false;
    }
    applyHalf();
    shape = shape(separator, clock);
    return true;
  }

  private static boolean mayBegin(byte first) {
    return first < 0
        || first == '['
        || (first >= '0' && first <= '9')
        || (first >= 'H' && first < 'T');
  }

  private int shape(int separator, int clock) {
    var s = style | separator << 2 | clock << 5 | (hasSeconds ? 1 : 0) << 8 | markerPlace << 9;
    var years = (width[0] > 2 ? 1 : 0) | (width[2] > 2 ? 2 : 0);
    s |= years << 11 | (eraPart + 1) << 13 | script << 15;
    s |= comma << 28;
    return s ^ wordHash * 31;
  }

  private int date() {
    eraPart = -1;
    script = -1;
    var kind = 0;
    for (var i = 0; i < 3; i++) {
      eraLetter(i);
      date[i] = number(4);
      width[i] = digits;
      if (digits == 0) {
        return 0;
      }
      var s = i < 2 ? separator(kind) : 0;
      if (i < 2 && s == 0) {
        return 0;
      }
      kind = i < 2 ? s : kind;
    }
    return kind;
  }

  private void eraLetter(int part) {
    var c = p < end ? b[p] : 0;
    if ((c == 'R' || c == 'H' || c == 'S') && Digits.at(b, p + 1, end) >= 0) {
      eraPart = part;
      era = c;
      p++;
    }
  }

  private int number(int most) {
    var at = p;
    var last = Math.min(end, at + most);
    var value = 0;
    for (int d; at < last && (d = b[at] - '0') >= 0 && d <= 9; at++) {
      value = value * 10 + d;
    }
    digits = at - p;
    if (digits == 0) {
      return foreignNumber(most);
    }
    script = 0;
    forms.number(p, digits);
    p = at;
    return value;
  }

  private int foreignNumber(int most) {
    forms.foreign();
    var value = 0;
    for (int d; digits < most && (d = Digits.at(b, p, end)) >= 0; digits++) {
      value = value * 10 + (d & 15);
      p += d >> 4 & 3;
      script = d >> 6;
    }
    return value;
  }

  /** One of {@code / . -} or the signs for year and month, with marks around and a space after. */
  private int separator(int same) {
    p = Marks.skip(b, p, end);
    if (p >= end) {
      return 0;
    }
    var kind =
        switch (b[p]) {
          case '/' -> 1;
          case '.' -> 2;
          case '-' -> 3;
          default -> hanSign() ? 4 : 0;
        };
    if (kind == 0 || (same != 0 && kind != same)) {
      return 0;
    }
    p = Marks.skip(b, p + (kind == 4 ? 3 : 1), end);
    p += Marks.space(b, p, end);
    return kind;
  }

  /** 年 月 日 or 년 월 일. */
  private boolean hanSign() {
    if (p + 2 >= end) {
      return false;
    }
    return switch ((b[p] & 0xFF) << 16 | (b[p + 1] & 0xFF) << 8 | (b[p + 2] & 0xFF)) {
      case 0xE5B9B4, 0xE69C88, 0xE697A5, 0xEB8584, 0xEC9B94, 0xEC9DBC -> true;
      default -> false;
    };
  }

  /** What stands between date and time: nothing seen, a comma, "at", or half of the day. */
  private boolean joiner() {
    if (p + 2 < end && b[p] == ',' && b[p + 1] == ' ' && Digits.at(b, p + 2, end) >= 0) {
      p += 2;
      comma = 1;
      return true;
    }
    if (hanSign()) {
      p += 3;
    }
    var from = p;
    while (p < end && Digits.at(b, p, end) < 0) {
      if (p - from > LONGEST_WORD || forbidden(b[p])) {
        return false;
      }
      comma = b[p] == ',' ? 1 : b[p] == ARABIC_COMMA && b[p - 1] == BEFORE_IT ? 2 : comma;
      p++;
    }
    return p > from && word(from, p, 1);
  }

  private static boolean forbidden(byte c) {
    return c == ':' || c == '[' || c == ']' || c == '(' || c == '<' || c == '"' || c == '/';
  }

  /** Takes a word beside the time: half of the day, or a part of the shape. */
  private boolean word(int from, int to, int place) {
    var known = words.find(b, from, to);
    if (known.half() != null) {
      half = known.half();
      markerPlace = place;
    }
    wordHash = wordHash * 31 + known.restHash();
    return known.plausible();
  }

  private int clock() {
    hour = number(2);
    if (digits == 0) {
      return 0;
    }
    var kind = clockSign(0);
    minute = kind == 0 ? 60 : number(2);
    if (kind == 0 || digits != 2 || minute > 59 || hour > 24) {
      return 0;
    }
    hasSeconds = false;
    second = 0;
    var back = p;
    if (clockSign(kind) != 0 && Digits.at(b, p, end) >= 0) {
      second = number(2);
      hasSeconds = digits == 2;
      return hasSeconds && second <= 60 && Digits.at(b, p, end) < 0 ? kind : 0;
    }
    p = back;
    return Digits.at(b, p, end) < 0 ? kind : 0;
  }

  private int clockSign(int same) {
    var at = Marks.skip(b, p, end);
    var c = at < end ? b[at] : 0;
    var kind = c == ':' ? 1 : c == '.' ? 2 : 0;
    if (kind == 0) {
      at = Marks.skipBlank(b, at, end);
      kind = at < end && b[at] == 'h' ? 3 : 0;
      at += kind == 0 ? 0 : 1;
      at = kind == 0 ? at : Marks.skipBlank(b, at, end);
    } else {
      at = Marks.skip(b, at + 1, end);
    }
    if (kind == 0 || (same != 0 && same != kind)) {
      return 0;
    }
    p = at;
    return kind;
  }

  /** From the time to the body. */
  private boolean tail() {
    if (style == BRACKET) {
      return bracketTail();
    }
    if (p + 2 < end && b[p] == ' ' && b[p + 1] == '-' && b[p + 2] == ' ') {
      return body(DASH, p, p + 3);
    }
    if (p + 1 < end && b[p] == ':' && b[p + 1] == ' ') {
      return body(COLON, p, p + 2);
    }
    var last = Math.min(end - 2, p + LONGEST_WORD);
    for (var at = p; at < last; at++) {
      if (b[at] == '-' && b[at + 1] == ' ' && endsInSpace(at)) {
        return word(p, at, 2) && body(DASH, Marks.trimEnd(b, p, at), at + 2);
      }
      if (b[at] == ':' && b[at + 1] == ' ') {
        return word(p, at, 2) && half != null && body(COLON, at, at + 2);
      }
    }
    return false;
  }

  private boolean endsInSpace(int at) {
    return at > p && Marks.trimEnd(b, p, at) < at;
  }

  private boolean bracketTail() {
    var last = Math.min(end, p + LONGEST_WORD);
    var at = p;
    while (at < last && b[at] != ']') {
      at++;
    }
    if (at >= last || (at > p && !word(p, at, 2))) {
      return false;
    }
    var after = at + 1;
    return body(BRACKET, at, after + Marks.space(b, after, end));
  }

  private boolean body(int found, int rawTo, int from) {
    style = found;
    rawEnd = rawTo;
    bodyStart = from;
    return true;
  }

  private void applyHalf() {
    if (half != null && hour <= 12) {
      hour = half.hour(hour);
    }
  }
}
