package org.vigie.matching.text;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What a rule makes of each character, asked once a character. Safe for use by several threads. */
final class CharTable {

  /** Nothing is left of the character. No rule answers with a noncharacter. */
  static final char NOTHING = '\uFFFE';

  /** More than one letter comes of it, or it is half of a pair: {@link #of} knows. */
  static final char LONGER = '\uFFFF';

  private static final char UNKNOWN = 0;

  private final IntFunction<String> rule;
  private final char[] single = new char[0x10000];
  private final @Nullable String[] basic = new String[0x10000];
  private final ConcurrentHashMap<Integer, String> others = new ConcurrentHashMap<>();

  CharTable(IntFunction<String> rule) {
    this.rule = rule;
  }

  /** The one letter that {@code c} becomes, {@link #NOTHING} or {@link #LONGER}. */
  char single(char c) {
    var known = single[c];
    return known == UNKNOWN ? learn(c) : known;
  }

  private char learn(char c) {
    var made = Character.isSurrogate(c) ? null : of(c);
    var code =
        made == null || made.length() > 1 ? LONGER : made.isEmpty() ? NOTHING : made.charAt(0);
    single[c] = code;
    return code;
  }

  /** All that becomes of {@code character}. */
  String of(int character) {
    if (character >= 0x10000) {
      return others.computeIfAbsent(character, rule::apply);
    }
    var known = basic[character];
    if (known == null) {
      known = rule.apply(character);
      basic[character] = known;
    }
    return known;
  }
}
