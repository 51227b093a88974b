package org.vigie.imports.whatsapp;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.tally.DayHalf;

/** Words that stand beside a time: half of the day, era, "at". Not for use by several threads. */
final class ClockWords {

  private static final int MOST_KEPT = 1000;
  private static final Word NOTHING = new Word(null, 0, true);

  /**
   * What a word means.
   *
   * @param half the half of the day, or null
   * @param restHash a hash of what else stands there, 0 for nothing
   * @param plausible whether it may stand in a head at all
   */
  record Word(@Nullable DayHalf half, int restHash, boolean plausible) {}

  private final Map<String, DayHalf> halves = DayHalf.WORDS;
  private final Map<String, Word> found = new HashMap<>();

  /** Looks up what stands from {@code from} to {@code to}. */
  Word find(byte[] b, int from, int to) {
    var length = to - from;
    if (length == 0 || (length == 1 && b[from] == ' ')) {
      return NOTHING;
    }
    var text = new String(b, from, length, StandardCharsets.UTF_8);
    var known = found.get(text);
    if (known == null) {
      known = read(text);
      if (found.size() < MOST_KEPT) {
        found.put(text, known);
      }
    }
    return known;
  }

  private Word read(String text) {
    var bare = DayHalf.bare(text);
    if (bare.isEmpty()) {
      return NOTHING;
    }
    var half = halves.get(bare);
    if (half != null) {
      return new Word(half, 0, true);
    }
    // An era or a comma word may share the place with the half of the day.
    for (var entry : halves.entrySet()) {
      if (entry.getKey().length() > 1 && bare.endsWith(entry.getKey())) {
        var rest = bare.substring(0, bare.length() - entry.getKey().length());
        return new Word(entry.getValue(), rest.hashCode(), plausible(rest));
      }
    }
    return new Word(null, bare.hashCode(), plausible(bare));
  }

  private static boolean plausible(String bare) {
    return bare.codePointCount(0, bare.length()) <= 8
        && bare.codePoints()
            .allMatch(
                c -> Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
  }
}
