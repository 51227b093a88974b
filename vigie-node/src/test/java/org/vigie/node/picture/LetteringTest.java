package org.vigie.node.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.kernel.Language;

class LetteringTest {

  private static final Lettering LETTERING = new Lettering(Language.UG, 14, false);

  @Test
  void has_every_letter_of_our_scripts() {
    for (var words :
        new String[] {
          "été œuvre",
          "ئۇيغۇرچە ژۇرنال",
          "བོད་སྐད། ཧཱུྃ",
          "三个星期",
          "失蹤者",
          "сестра ұәғ",
          "ٹ ڈ ڑ ے",
          "پچژگ"
        }) {
      var line = LETTERING.line(words);
      assertThat(line.getCharacterCount()).isGreaterThanOrEqualTo(words.length());
      words
          .codePoints()
          .forEach(letter ->
              assertThat(
                      PictureFonts.order(Language.UG, false).stream()
                          .anyMatch(face -> face.font().canDisplay(letter)))
                  .as(Character.toString(letter))
                  .isTrue());
    }
  }

  @Test
  void takes_its_direction_from_the_first_letter() {
    assertThat(Lettering.rightToLeft("+33 6 39 98 40 17")).isFalse();
    assertThat(Lettering.rightToLeft("نومۇرۇم: +33 6 39 98 40 17")).isTrue();
    assertThat(Lettering.rightToLeft("Merle نومۇر")).isFalse();
  }

  @Test
  void breaks_tibetan_after_a_tsheg() {
    var words = "ཁོས་ང་ལ་ཤོག་བྱང་ཞིག་འགེང་དགོས་ཟེར";
    assertThat(new Lettering(Language.BO, 14, false).lines(words, 80).size()).isGreaterThan(1);
  }

  @Test
  void cuts_what_is_too_wide() {
    var fitted = LETTERING.fitted("a name that goes on and on and on", 60);
    assertThat(fitted).endsWith("…");
    assertThat(LETTERING.width(fitted)).isLessThanOrEqualTo(60);
    assertThat(LETTERING.fitted("short", 60)).isEqualTo("short");
  }
}
