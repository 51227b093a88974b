package org.vigie.node.dossier;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into passages that can be left out one by one: sentences, lines, or parts of them.
 */
final class Passages {

  private static final int LONGEST = 160;
  private static final String ENDS = "།༎۔؟؛،،,;:—";

  private Passages() {}

  /** The passages; put together they are {@code text} again, sign for sign. */
  static List<String> of(String text) {
    var passages = new ArrayList<String>();
    var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    var from = sentences.first();
    for (var to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
      lines(text.substring(from, to), passages);
      from = to;
    }
    return passages;
  }

  private static void lines(String sentence, List<String> into) {
    var from = 0;
    for (var at = sentence.indexOf('\n'); at >= 0; at = sentence.indexOf('\n', from)) {
      shorter(sentence.substring(from, at + 1), into);
      from = at + 1;
    }
    shorter(sentence.substring(from), into);
  }

  /** Scripts whose sentences the machine does not know end at their own marks, or at a space. */
  private static void shorter(String line, List<String> into) {
    var rest = line;
    while (rest.length() > LONGEST) {
      var cut = cut(rest);
      into.add(rest.substring(0, cut));
      rest = rest.substring(cut);
    }
    if (!rest.isEmpty()) {
      if (rest.isBlank() && !into.isEmpty()) {
        into.set(into.size() - 1, into.getLast() + rest);
      } else {
        into.add(rest);
      }
    }
  }

  private static int cut(String line) {
    for (var i = LONGEST; i > LONGEST / 4; i--) {
      if (ENDS.indexOf(line.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    for (var i = LONGEST; i > LONGEST / 4; i--) {
      if (line.charAt(i - 1) == '\u0f0b' || Character.isWhitespace(line.charAt(i - 1))) {
        return i;
      }
    }
    return Character.isLowSurrogate(line.charAt(LONGEST)) ? LONGEST + 1 : LONGEST;
  }
}
