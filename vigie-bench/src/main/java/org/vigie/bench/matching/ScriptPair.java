package org.vigie.bench.matching;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.random.RandomGenerator;

/** Languages that are written in two scripts, as ICU transliterates them. */
enum ScriptPair {
  SERBIAN("Serbian-Latin/BGN", "а е и о у", "б в г д ж з ј к л љ м н њ п р с т ћ ф х ц ч џ ш"),
  UKRAINIAN("Ukrainian-Latin/BGN", "а е и і о у ю я ї", "б в г д ж з к л м н п р с т х ц ч ш щ"),
  BULGARIAN("Bulgarian-Latin/BGN", "а е и о у ъ ю я", "б в г д ж з к л м н п р с т ф х ц ч ш"),
  KAZAKH("Kazakh-Latin/BGN", "а ә е и о ө у ұ ү ы і", "б ғ г д ж з к қ л м н ң п р с т ш"),
  UZBEK("Uzbek-Latin/BGN", "а е и о у ў", "б в г ғ д ж з к қ л м н п р с т х ҳ ч ш"),
  HAN("Simplified-Traditional", "", "");

  private static final int SIGNS = 2500;

  private final String id;
  private final String vowels;
  private final String consonants;

  ScriptPair(String id, String vowels, String consonants) {
    this.id = id;
    this.vowels = vowels;
    this.consonants = consonants;
  }

  /** A text in the first script. */
  String text(RandomGenerator random) {
    var words = new ArrayList<String>();
    for (var left = 14 + random.nextInt(12); left > 0; left--) {
      words.add(word(random));
    }
    return String.join(this == HAN ? "" : " ", words);
  }

  private String word(RandomGenerator random) {
    var word = new StringBuilder();
    for (var left = 1 + random.nextInt(3); left > 0; left--) {
      if (this == HAN) {
        word.appendCodePoint(0x4E00 + random.nextInt(SIGNS));
      } else {
        word.append(Tongue.one(consonants, random)).append(Tongue.one(vowels, random));
      }
    }
    return word.toString();
  }

  /** {@code text} in the other script. */
  String written(String text) {
    return Transliterator.getInstance(id).transliterate(text);
  }
}
