package org.vigie.matching.identifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Spells Tibetan letters in Latin ones as Wylie does, without its apostrophe and capitals. */
final class TibetanLetters {

  private static final char FIRST = '\u0F40';
  private static final char LAST = '\u0F6A';
  private static final int BELOW = 0x50;
  private static final String[] LETTERS =
      ("k kh g gh ng c ch j - ny t th d dh n t th d dh n p ph b bh m ts tsh dz dzh w zh z a-chung y"
              + " r l sh sh s h a-chen ksh r")
          .split(" ", -1);
  private static final Set<String> BEFORE_S = Set.of("g", "ng", "b", "m");

  private TibetanLetters() {}

  /** Letters one above the other, with the vowel sign that they bear, or none. */
  private record Stack(String letters, String vowel, int height) {}

  /** {@code text} with Tibetan syllables spelled, a space between them; other letters stay. */
  static String spelled(String text) {
    if (text.chars().noneMatch(c -> c >= FIRST && c <= LAST)) {
      return text;
    }
    var spelled = new StringBuilder();
    for (var i = 0; i < text.length(); ) {
      if (isTibetan(text.charAt(i))) {
        var end = i;
        while (end < text.length() && isTibetan(text.charAt(end))) {
          end++;
        }
        spelled.append(syllable(stacks(text.substring(i, end)))).append(' ');
        i = end;
      } else {
        spelled.append(text.charAt(i++));
      }
    }
    return spelled.toString();
  }

  private static boolean isTibetan(char c) {
    return (c >= FIRST && c <= LAST) || !vowel(c).isEmpty() || isBelow(c);
  }

  private static boolean isBelow(char c) {
    return c >= FIRST + BELOW && c <= 0x0FBC;
  }

  private static String vowel(char c) {
    return switch (c) {
      case '\u0F71' -> "a";
      case '\u0F72', '\u0F80' -> "i";
      case '\u0F74' -> "u";
      case '\u0F7A', '\u0F7B' -> "e";
      case '\u0F7C', '\u0F7D' -> "o";
      default -> "";
    };
  }

  private static List<Stack> stacks(String syllable) {
    var stacks = new ArrayList<Stack>();
    for (var i = 0; i < syllable.length(); i++) {
      var c = syllable.charAt(i);
      var last = stacks.isEmpty() ? null : stacks.getLast();
      if (c >= FIRST && c <= LAST) {
        stacks.add(new Stack(letter(c - FIRST), "", 1));
      } else if (last != null) {
        stacks.removeLast();
        stacks.add(
            isBelow(c)
                ? new Stack(last.letters() + below(c), last.vowel(), last.height() + 1)
                : new Stack(last.letters(), vowel(c), last.height()));
      }
    }
    return stacks;
  }

  private static String below(char c) {
    return switch (c) {
      case '\u0FAD', '\u0FBA' -> "w";
      case '\u0FB1', '\u0FBB' -> "y";
      case '\u0FB2', '\u0FBC' -> "r";
      default -> letter(c - FIRST - BELOW);
    };
  }

  private static String letter(int place) {
    var letter = place >= 0 && place < LETTERS.length ? LETTERS[place] : "-";
    return letter.length() > 3 || letter.equals("-") ? "" : letter;
  }

  private static String syllable(List<Stack> stacks) {
    var root = root(stacks);
    var spelled = new StringBuilder();
    for (var i = 0; i < stacks.size(); i++) {
      var stack = stacks.get(i);
      spelled.append(stack.letters());
      spelled.append(i == root && stack.vowel().isEmpty() ? "a" : stack.vowel());
    }
    return spelled.toString();
  }

  /** Which stack bears the vowel that is not written. */
  private static int root(List<Stack> stacks) {
    for (var i = 0; i < stacks.size(); i++) {
      var stack = stacks.get(i);
      if ((!stack.vowel().isEmpty() && (i == 0 || !stack.letters().isEmpty()))
          || stack.height() > 1) {
        return i;
      }
    }
    if (stacks.size() == 3) {
      var ends = stacks.get(2).letters().equals("s");
      return ends && BEFORE_S.contains(stacks.get(1).letters()) ? 0 : 1;
    }
    return stacks.size() > 3 ? 1 : 0;
  }
}
