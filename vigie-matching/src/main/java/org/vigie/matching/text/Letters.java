package org.vigie.matching.text;

import java.util.Arrays;

/** Letters in the making: folded from a text, its digits resolved a word at a time. */
final class Letters {

  /** Latin, Greek and Cyrillic end here: only among their letters do digits stand for letters. */
  private static final char ALPHABETS_END = '\u0530';

  /** From how many equal letters on a run is nobody's spelling and everybody's shouting. */
  private static final int SQUEEZED = 3;

  /** An i may be an l, and so the words "ill" and "will" have three. */
  private static final int SQUEEZED_STROKES = 4;

  private char[] chars;
  private int length;
  private int wordStart;
  private int letters;
  private int digits;
  private boolean unresolved;

  Letters(int expected) {
    chars = new char[expected + 8];
  }

  /** The letters that {@code table} makes of {@code text}, digits resolved, runs as they are. */
  static Letters of(String text, CharTable table) {
    var folded = new Letters(text.length());
    for (var i = 0; i < text.length(); ) {
      var c = text.charAt(i);
      if (CharKinds.isSpace(c)) {
        folded.endWord();
        i++;
      } else if (CharKinds.isLeet(c)) {
        folded.append(CharKinds.leet(c));
        folded.unresolved = true;
        i++;
      } else {
        i += folded.fold(text, i, c, table);
      }
    }
    folded.endWord();
    return folded;
  }

  /** Answers how many UTF-16 units were read. */
  private int fold(String text, int at, char c, CharTable table) {
    var single = table.single(c);
    if (single == CharTable.LONGER) {
      var character = text.codePointAt(at);
      var several = table.of(character);
      for (var k = 0; k < several.length(); k++) {
        take(several.charAt(k));
      }
      return Character.charCount(character);
    }
    if (single != CharTable.NOTHING) {
      take(single);
    }
    return 1;
  }

  private void take(char c) {
    if (isDigit(c)) {
      digits++;
      unresolved = true;
    } else {
      letters++;
      unresolved |= c == FoldTable.DIGITS;
    }
    append(c);
  }

  int length() {
    return length;
  }

  char at(int index) {
    return chars[index];
  }

  void append(char c) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, length * 2);
    }
    chars[length++] = c;
  }

  /** Leaves the first {@code count} letters. */
  void cut(int count) {
    length = count;
  }

  private void endWord() {
    if (unresolved) {
      var word = Arrays.copyOfRange(chars, wordStart, length);
      length = wordStart;
      resolve(word, isLeet(word));
    }
    wordStart = length;
    letters = 0;
    digits = 0;
    unresolved = false;
  }

  /** Whether digits and signs in {@code word} stand for letters; else they count something. */
  private boolean isLeet(char[] word) {
    if (letters > digits && letters >= 2) {
      return true;
    }
    if (letters <= 1) {
      return letters == 1 && digits <= 1;
    }
    // Times, sizes and prices have their digits in one run
    var longest = longestRun(word);
    return longest <= (longest == digits ? 1 : 2) && digits <= letters + 1;
  }

  private static int longestRun(char[] word) {
    var longest = 0;
    var run = 0;
    for (var c : word) {
      run = isDigit(c) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private void resolve(char[] word, boolean leet) {
    for (var i = 0; i < word.length; i++) {
      var c = word[i];
      if (isDigit(c)) {
        appendRun(leet && besideLetter(word, i) ? letterFor(c) : FoldTable.DIGITS);
      } else if (c == '@' || c == '$' || c == '!' || c == '|') {
        var inside = i > 0 && i + 1 < word.length && Character.isLetter(word[i + 1]);
        if (leet && besideLetter(word, i) && (inside || c == '@' || c == '$')) {
          append(letterFor(c));
        }
      } else {
        appendRun(c);
      }
    }
  }

  /** A run of digits is one letter, also across a space within a number. */
  private void appendRun(char c) {
    if (c != FoldTable.DIGITS || length == 0 || chars[length - 1] != FoldTable.DIGITS) {
      append(c);
    }
  }

  /** Whether the run of digits and signs around {@code at} touches a letter they may stand for. */
  private static boolean besideLetter(char[] word, int at) {
    var before = at - 1;
    while (before >= 0 && !Character.isLetter(word[before])) {
      before--;
    }
    var after = at + 1;
    while (after < word.length && !Character.isLetter(word[after])) {
      after++;
    }
    return (before >= 0 && word[before] < ALPHABETS_END)
        || (after < word.length && word[after] < ALPHABETS_END);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static char letterFor(char c) {
    return switch (c) {
      case '0' -> 'o';
      case '1', '!', '|' -> 'i';
      case '2' -> 'z';
      case '3' -> 'e';
      case '4', '@' -> 'a';
      case '5', '$' -> 's';
      case '6', '9' -> 'g';
      case '7' -> 't';
      case '8' -> 'b';
      default -> c;
    };
  }

  /** Makes one letter of three and more equal ones, four of what may be an i or an l. */
  Letters squeezed() {
    var kept = 0;
    for (var i = 0; i < length; ) {
      var c = chars[i];
      var run = i + 1;
      while (run < length && chars[run] == c) {
        run++;
      }
      var squeezed = run - i >= (c == 'i' ? SQUEEZED_STROKES : SQUEEZED);
      for (var left = squeezed ? 1 : run - i; left > 0; left--) {
        chars[kept++] = c;
      }
      i = run;
    }
    length = kept;
    return this;
  }

  /** The first {@code most} characters, pairs joined. */
  int[] codePoints(int most) {
    var points = new int[Math.min(length, most)];
    var count = 0;
    for (var i = 0; i < length && count < points.length; i++) {
      var c = chars[i];
      var pair = Character.isHighSurrogate(c) && i + 1 < length;
      if (pair && Character.isLowSurrogate(chars[i + 1])) {
        points[count++] = Character.toCodePoint(c, chars[++i]);
      } else {
        points[count++] = c;
      }
    }
    return count == points.length ? points : Arrays.copyOf(points, count);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
