package org.vigie.matching.text;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Invented messages with known truth: seeded, with a Zipf vocabulary a script. */
final class Corpus {

  /** How a vocabulary is written. */
  enum Script {
    LATIN("a e i o u ou an", "b c d f g l m n p r s t v tr ch", " "),
    CYRILLIC("а е и о у ы я", "б в г д ж з к л м н п р с т ш", " "),
    UYGHUR("ا ە ى و ۇ ۈ ې", "ب ت ج د ر ز س ش غ ق ك ل م ن پ", " "),
    PERSIAN("ا و ی", "ب پ ت ج چ ح خ د ر ز س ش ع ف ق ک گ ل م ن ه", " "),
    TIBETAN("ི ུ ེ ོ", "ཀ ཁ ག ང ཅ ཆ ཇ ཉ ཏ ཐ ད ན པ ཕ བ མ ཙ ཚ ར ལ ཤ ས ཧ", "་"),
    HAN("", "", "");

    private final String vowels;
    private final String consonants;
    private final String gap;

    Script(String vowels, String consonants, String gap) {
      this.vowels = vowels;
      this.consonants = consonants;
      this.gap = gap;
    }
  }

  private static final int WORDS = 4000;

  private final RandomGenerator random;

  Corpus(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  RandomGenerator random() {
    return random;
  }

  /** The words of one language, the most frequent first. */
  List<String> vocabulary(Script script) {
    var words = new ArrayList<String>();
    while (words.size() < WORDS) {
      words.add(word(script, words.size()));
    }
    return words;
  }

  private String word(Script script, int rank) {
    var word = new StringBuilder();
    if (script == Script.HAN) {
      var length = rank < 60 ? 1 : random.nextInt(1, 4);
      for (var i = 0; i < length; i++) {
        word.appendCodePoint(0x4E00 + random.nextInt(3000));
      }
      return word.toString();
    }
    var syllables = rank < 60 ? 1 : script == Script.TIBETAN ? 2 : random.nextInt(2, 5);
    for (var i = 0; i < syllables; i++) {
      word.append(pick(script.consonants));
      if (script == Script.TIBETAN && i > 0) {
        word.insert(word.length() - 1, script.gap);
      }
      word.append(pick(script.vowels));
      if (random.nextInt(4) == 0) {
        word.append(pick(script.consonants));
      }
    }
    return word.toString();
  }

  /** A message of {@code count} words drawn by Zipf's law. */
  List<String> message(List<String> vocabulary, int count) {
    var words = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      words.add(zipf(vocabulary));
    }
    return words;
  }

  String zipf(List<String> vocabulary) {
    var rank = Math.exp(random.nextDouble() * Math.log(vocabulary.size())) - 1;
    return vocabulary.get((int) rank);
  }

  static String text(Script script, List<String> words) {
    return String.join(script.gap, words);
  }

  private String pick(String list) {
    var choices = list.split(" ", -1);
    return choices[random.nextInt(choices.length)];
  }
}
