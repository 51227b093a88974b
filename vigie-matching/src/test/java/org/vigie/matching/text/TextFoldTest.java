package org.vigie.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFoldTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Arrêtez de parler !|arretezdeparler",
        "ARRÊTEZ\u00A0de… parler|arretezdeparler",
        "a r r ê t e z de parler|arretezdeparler",
        "Ａｒｒｅｔｅｚ de parler|arretezdeparler",
        "𝓐𝓻𝓻𝓮𝓽𝓮𝔃 de parler|arretezdeparler",
        "Arr\u200Betez d\u200De par\u2060ler|arretezdeparler",
        "Arre\u0336te\u0336z de parler|arretezdeparler",
        "Arr😡ete🔥z de parler|arretezdeparler",
        "Аrrеtеz dе pаrlеr|arretezdeparler",
        "4rr3t3z de p4rl3r|arretezdeparler",
        "€rr@tez da p@rler|rratezdaparler",
        "Arrêteeeeez de parler!!!|arretezdeparler",
        "paiement de 12 500 demain|paiementdeꞏdemain",
        "cœur et Œuvre|coeuretoeuvre",
        "Straße|strasse",
        "ЁЛКА Й|елкаи",
      })
  void folds_every_disguise_of_one_text_alike(String text, String folded) {
    assertThat(latinized(TextFold.fold(text))).isEqualTo(latinized(folded));
  }

  /** Letters of other alphabets that look Latin fold to Latin on both sides. */
  private static String latinized(String folded) {
    return TextFold.letters(folded);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "كتابك الجميل|کتابک الجمیل",
        "كِتَابُكَ|كتابك",
        "كـــتاب|كتاب",
        "ﻛﺘﺎﺏ|كتاب",
        "خۇشخەۋەر ئاڭلىدىڭمۇ؟|خۇشخەۋەر، ئاڭلىدىڭمۇ",
        "བོད་སྐད།|བོད་ སྐད",
        "你 好，吗？|你好吗",
        "ｶﾀｶﾅ|カタカナ",
      })
  void folds_writings_of_one_word_alike(String one, String other) {
    assertThat(TextFold.fold(one)).isNotEmpty().isEqualTo(TextFold.fold(other));
  }

  @Test
  void keeps_vowel_signs_where_they_carry_the_word() {
    assertThat(TextFold.fold("བོད")).isNotEqualTo(TextFold.fold("བད"));
  }

  @Test
  void cuts_out_links_handles_and_numbers() {
    assertThat(TextFold.fold("appelle +852 5555 0134 ou @kaysar_x https://example.org/abc vite"))
        .isEqualTo(TextFold.fold("appelleouvite"));
  }

  @Test
  void sounds_alike_across_scripts() {
    assertThat(sound("Алим Турсун, тревога")).isEqualTo(sound("Alim Tursun, trevoga"));
    assertThat(sound("ئالىم ئۇيغۇر تۇرسۇن")).isEqualTo(sound("alim uyghur tursun"));
    assertThat(sound("شىنجاڭ پائالىيەتچى مەسئۇل")).isEqualTo(sound("shinjang paaliyetchi mesul"));
    assertThat(sound("Жүсіпжан Щербаков")).isEqualTo(sound("Zhusipzhan Shcherbakov"));
    assertThat(sound("我們認識你的家人")).isEqualTo(sound("我们认识你的家人"));
    assertThat(sound("Ђорђе Љубичић")).isEqualTo(sound("Đorđe Ljubičić"));
  }

  private static String sound(String text) {
    return SoundFold.fold(text, List.of());
  }
}
