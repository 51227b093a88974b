package org.vigie.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vigie.kernel.Language;

/**
 * 2,048 words of a language, eleven bits each (BIP 39). Words differ in their first four letters.
 */
final class WordList {

  static final int SIZE = 2048;
  private static final int BITS = 11;

  private static final WordList ENGLISH = load("words-en.txt");
  private static final WordList FRENCH = load("words-fr.txt");

  private final List<String> words;

  private WordList(List<String> words) {
    this.words = words;
  }

  /** The list of this language, or the English one. */
  static WordList of(Language language) {
    return language == Language.FR ? FRENCH : ENGLISH;
  }

  List<String> words() {
    return words;
  }

  /** The first bits of {@code bytes} as words. */
  List<String> spell(byte[] bytes, int count) {
    var spelled = new ArrayList<String>(count);
    for (var word = 0; word < count; word++) {
      var index = 0;
      for (var bit = word * BITS; bit < (word + 1) * BITS; bit++) {
        index = (index << 1) | ((bytes[bit / 8] >> (7 - bit % 8)) & 1);
      }
      spelled.add(words.get(index));
    }
    return List.copyOf(spelled);
  }

  private static WordList load(String name) {
    try (var in = Objects.requireNonNull(WordList.class.getResourceAsStream(name))) {
      var words = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      if (words.size() != SIZE) {
        throw new IllegalStateException(name + " is damaged");
      }
      return new WordList(words);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
