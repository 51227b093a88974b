package org.vigie.matching.join;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.matching.text.SoundFold;

/**
 * Keys of a person's name that are equal when two writings of it sound alike: in Latin, Cyrillic or
 * Arabic letters or in characters with their Pinyin, family name first or last.
 */
final class PersonaKeys {

  private static final int SHORTEST = 5;
  private static final int MOST_WORDS = 6;
  private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin/Names");
  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "dr",
          "m",
          "mme",
          "monsieur",
          "madame",
          "officer",
          "inspector",
          "agent",
          "captain",
          "director",
          "the",
          "le",
          "la",
          "caller",
          "unknown",
          "inconnu");

  private PersonaKeys() {}

  /** The keys of {@code name}; none when it is too short to tell people apart, or no name. */
  static List<String> of(String name) {
    if (name.codePoints().anyMatch(Character::isDigit)) {
      return List.of();
    }
    var words = new ArrayList<String>();
    for (var word : latinized(name).split("[^\\p{L}\\p{M}\\p{Cf}'’ʼ]+", -1)) {
      var sound = SoundFold.fold(word, List.of());
      if (!sound.isEmpty() && !TITLES.contains(word.toLowerCase(java.util.Locale.ROOT))) {
        words.add(sound);
      }
    }
    var whole = String.join("", words);
    if (words.size() > MOST_WORDS || whole.length() < SHORTEST) {
      return List.of();
    }
    if (words.size() == 1) {
      return List.of(whole);
    }
    var turned = words.getLast() + String.join("", words.subList(0, words.size() - 1));
    return List.of(whole, turned);
  }

  private static String latinized(String name) {
    var han = name.codePoints().anyMatch(c -> UScript.getScript(c) == UScript.HAN);
    return han ? PINYIN.transliterate(name) : name;
  }
}
