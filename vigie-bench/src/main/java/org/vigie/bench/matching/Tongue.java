package org.vigie.bench.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** An invented language: words of syllables, some of them frequent, and greetings. */
enum Tongue {
  LATIN("a e i o u é ai oi er", "b c d f g l m n p qu r s t v br tr ch", " "),
  TURKIC("a e ı i o ö u ü", "b ç d g ğ k l m n r s ş t y z", " "),
  CYRILLIC("а е и о у ы ю я", "б в г д ж з к л м н п р с т х ц ч ш", " "),
  ARABIC("ا و ي ى", "ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ع غ ف ق ك ل م ن ه", " "),
  UYGHUR("ا ە ى و ۇ ۆ ۈ ې", "ب ت ج د ر ز س ش غ ق ك ل م ن پ ھ ۋ ي", " "),
  TIBETAN("ི ུ ེ ོ", "ཀ ཁ ག ང ཅ ཆ ཇ ཉ ཏ ཐ ད ན པ ཕ བ མ ཙ ཚ ཛ ཞ ཟ ཡ ར ལ ཤ ས ཧ", "་"),
  HAN("", "", "");

  private static final int WORDS = 12_000;
  private static final int SHORT_WORDS = 80;
  private static final int FORMULAS = 12;
  private static final int FIRST_SIGN = 0x4E00;
  private static final int SIGNS = 3500;

  private final String vowels;
  private final String consonants;
  private final String gap;

  Tongue(String vowels, String consonants, String gap) {
    this.vowels = vowels;
    this.consonants = consonants;
    this.gap = gap;
  }

  /**
   * A vocabulary.
   *
   * @param tongue whose words they are
   * @param words the most frequent first
   * @param formulas greetings, each of some words
   */
  record Vocabulary(Tongue tongue, List<String> words, List<List<String>> formulas) {

    /** A word, drawn by Zipf's law. */
    String word(RandomGenerator random) {
      var rank = Math.exp(random.nextDouble() * Math.log(words.size())) - 1;
      return words.get((int) rank);
    }

    /** {@code count} words. */
    List<String> words(RandomGenerator random, int count) {
      var some = new ArrayList<String>(count);
      for (var i = 0; i < count; i++) {
        some.add(word(random));
      }
      return some;
    }

    List<String> formula(RandomGenerator random) {
      return formulas.get(random.nextInt(formulas.size()));
    }

    String text(List<String> some) {
      return String.join(tongue.gap, some);
    }
  }

  Vocabulary vocabulary(RandomGenerator random) {
    var words = new ArrayList<String>(WORDS);
    while (words.size() < WORDS) {
      words.add(word(random, words.size() < SHORT_WORDS));
    }
    var bare = new Vocabulary(this, List.copyOf(words), List.of());
    var formulas = new ArrayList<List<String>>();
    while (formulas.size() < FORMULAS) {
      formulas.add(bare.words(random, 2 + random.nextInt(3)));
    }
    return new Vocabulary(this, bare.words(), List.copyOf(formulas));
  }

  private String word(RandomGenerator random, boolean little) {
    var word = new StringBuilder();
    if (this == HAN) {
      for (var left = little ? 1 : 1 + random.nextInt(3); left > 0; left--) {
        word.appendCodePoint(FIRST_SIGN + random.nextInt(SIGNS));
      }
      return word.toString();
    }
    for (var left = little ? 1 : 2 + random.nextInt(3); left > 0; left--) {
      word.append(one(consonants, random)).append(one(vowels, random));
      if (random.nextInt(3) == 0) {
        word.append(one(consonants, random));
      }
      if (this == TIBETAN && left > 1) {
        word.append(gap);
      }
    }
    return word.toString();
  }

  static String one(String list, RandomGenerator random) {
    var choices = list.split(" ", -1);
    return choices[random.nextInt(choices.length)];
  }
}
