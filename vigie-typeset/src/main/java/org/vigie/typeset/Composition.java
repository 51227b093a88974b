package org.vigie.typeset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.kernel.Isolate;

/**
 * The characters of a {@link Text} as bidirectional layout wants them: runs shielded by isolates,
 * and for each character the run it came from.
 */
final class Composition {

  private static final char LRI = '\u2066';
  private static final char RLI = '\u2067';
  private static final char FSI = '\u2068';
  private static final char PDI = '\u2069';

  private final Text text;
  private final StringBuilder chars = new StringBuilder();
  private int[] runAt = new int[0];

  /** A range of characters that should stay on one line. */
  record Range(int start, int end) {}

  private final List<Range> together = new ArrayList<>();

  Composition(Text text) {
    this.text = text;
    for (var i = 0; i < text.runs().size(); i++) {
      append(text.runs().get(i), i);
    }
  }

  private void append(Run run, int index) {
    var start = chars.length();
    var isolation = run.isolation();
    if (isolation != null) {
      chars.append(
          switch (isolation) {
            case LTR -> LRI;
            case RTL -> RLI;
            case AUTO -> FSI;
          });
    }
    chars.append(Isolate.balanced(clean(run.words())));
    if (isolation != null) {
      chars.append(PDI);
    }
    if (run.together()) {
      together.add(new Range(start, chars.length()));
    }
    runAt = Arrays.copyOf(runAt, chars.length());
    Arrays.fill(runAt, start, chars.length(), index);
  }

  String chars() {
    return chars.toString();
  }

  /** Ranges that should not be broken. */
  List<Range> together() {
    return together;
  }

  int runIndex(int position) {
    return runAt[position];
  }

  Run run(int position) {
    return text.runs().get(runAt[position]);
  }

  String language(int position) {
    var own = run(position).language();
    return own == null ? text.language() : own;
  }

  Text text() {
    return text;
  }

  /** Whether it only steers bidirectional layout and is not part of what is written. */
  static boolean steers(int c) {
    return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) || isolates(c);
  }

  private static boolean isolates(int c) {
    return c >= LRI && c <= PDI;
  }

  /** What is written: {@code characters} without the controls of bidirectional layout. */
  static String written(String characters) {
    var kept = new StringBuilder(characters.length());
    characters.codePoints().filter(c -> !steers(c)).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** No control characters but the line feed, no halves of surrogate pairs. */
  private static String clean(String words) {
    var out = new StringBuilder(words.length());
    words
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace('\u2028', '\n')
        .replace('\u2029', '\n')
        .codePoints()
        .map(c -> c != '\n' && Character.getType(c) == Character.CONTROL ? ' ' : c)
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
