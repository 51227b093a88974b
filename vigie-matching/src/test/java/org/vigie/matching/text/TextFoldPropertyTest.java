package org.vigie.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

class TextFoldPropertyTest {

  @Test
  void folding_twice_is_folding_once() {
    Trials.forAll(
        120,
        (random, size) -> {
          var folded = TextFold.fold(anything(random, size));
          assertThat(TextFold.fold(folded)).isEqualTo(folded);
        });
  }

  @Test
  void every_character_folds_to_what_folds_to_itself() {
    for (var c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (Character.isDefined(c) && (c < 0xD800 || c > 0xDFFF)) {
        var folded = TextFold.letters(FoldTable.fold(c));
        assertThat(TextFold.letters(folded)).as("%x", c).isEqualTo(folded);
      }
    }
  }

  static String anything(RandomGenerator random, int size) {
    var text = new StringBuilder();
    for (var i = 0; i < size; i++) {
      var c =
          switch (random.nextInt(6)) {
            case 0 -> random.nextInt(0x20, 0x7F);
            case 1 -> random.nextInt(0xA0, 0x700);
            case 2 -> random.nextInt(0xF00, 0xFD0);
            case 3 -> random.nextInt(0x2000, 0x2200);
            case 4 -> random.nextInt(0x4E00, 0x5E00);
            default -> random.nextInt(0x110000);
          };
      if (c < 0xD800 || c > 0xDFFF) {
        text.appendCodePoint(c);
      }
    }
    return text.toString();
  }
}
