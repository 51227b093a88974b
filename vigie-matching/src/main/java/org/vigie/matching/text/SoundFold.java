package org.vigie.matching.text;

import java.text.Normalizer;
import java.util.List;
import org.vigie.matching.identifier.Found;

/**
 * Folds a text to how it sounds, coarsely, so that one script in Latin, Cyrillic or Arabic letters,
 * or in traditional and simplified characters, gives nearly one string. Coarser than {@link
 * TextFold}: to be compared only across scripts.
 */
public final class SoundFold {

  private static final SoundTable TABLE = new SoundTable();

  private SoundFold() {}

  /** The sounds of {@code text}, with {@code identifiers} cut out. */
  public static String fold(String text, List<Found> identifiers) {
    return sounds(TextFold.withoutIdentifiers(text, identifiers));
  }

  static String sounds(String text) {
    var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    var letters = TextFold.resolved(composed, TABLE::of).toString();
    var classes = new StringBuilder(letters.length());
    for (var i = 0; i < letters.length(); ) {
      i += append(letters, i, classes);
    }
    return classes.toString();
  }

  /** Appends the class of the sound at {@code at}; answers how many letters wrote it. */
  private static int append(String letters, int at, StringBuilder out) {
    var first = letters.charAt(at);
    var second = at + 1 < letters.length() ? letters.charAt(at + 1) : '\0';
    var pair = pair(first, second);
    if (pair != 0) {
      put(pair, out);
      var long4 = first == 's' && letters.startsWith("shch", at);
      return long4 ? 4 : 2;
    }
    var single =
        switch (first) {
          case 'q' -> 'k';
          case 'x' -> 'h';
          case 'w' -> 'v';
          case 'y', 'j' -> 'i';
          case 'o' -> 'u';
          default -> first;
        };
    put(single, out);
    return 1;
  }

  private static char pair(char first, char second) {
    if (second == 'h') {
      return switch (first) {
        case 's' -> 's';
        case 'c' -> 'c';
        case 'z' -> 'i';
        case 'k' -> 'h';
        case 'g' -> 'g';
        case 'p' -> 'f';
        default -> 0;
      };
    }
    if (first == 't' && second == 's') {
      return 'c';
    }
    return first == 'n' && second == 'g' ? 'n' : 0;
  }

  private static void put(char sound, StringBuilder out) {
    var last = out.isEmpty() ? '\0' : out.charAt(out.length() - 1);
    if (sound == last && !Character.isSurrogate(sound)) {
      return;
    }
    if (sound == 'e' && last == 'i') {
      out.setLength(out.length() - 1);
      if (!out.isEmpty() && out.charAt(out.length() - 1) == 'e') {
        return;
      }
    }
    out.append(sound);
  }
}
