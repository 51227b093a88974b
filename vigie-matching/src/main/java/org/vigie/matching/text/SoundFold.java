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

  private static final CharTable TABLE = new CharTable(SoundTable::sound);

  private SoundFold() {}

  /** The sounds of {@code text}, with {@code identifiers} cut out. */
  public static String fold(String text, List<Found> identifiers) {
    return sounds(TextFold.withoutIdentifiers(text, identifiers));
  }

  static String sounds(String text) {
    return soundsOf(text).toString();
  }

  static Letters soundsOf(String text) {
    var composed =
        CharKinds.isComposed(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    var letters = Letters.of(composed, TABLE);
    var classes = new Letters(letters.length());
    for (var i = 0; i < letters.length(); ) {
      i += append(letters, i, classes);
    }
    return classes;
  }

  /** Appends the class of the sound at {@code at}; answers how many letters wrote it. */
  private static int append(Letters letters, int at, Letters out) {
    var first = letters.at(at);
    var second = at + 1 < letters.length() ? letters.at(at + 1) : '\0';
    var pair = pair(first, second);
    if (pair != 0) {
      put(pair, out);
      return first == 's' && isChAt(letters, at + 2) ? 4 : 2;
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

  private static boolean isChAt(Letters letters, int at) {
    return at + 1 < letters.length() && letters.at(at) == 'c' && letters.at(at + 1) == 'h';
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

  private static void put(char sound, Letters out) {
    var last = out.length() == 0 ? '\0' : out.at(out.length() - 1);
    if (sound == last && !Character.isSurrogate(sound)) {
      return;
    }
    if (sound == 'e' && last == 'i') {
      out.cut(out.length() - 1);
      if (out.length() > 0 && out.at(out.length() - 1) == 'e') {
        return;
      }
    }
    out.append(sound);
  }
}
