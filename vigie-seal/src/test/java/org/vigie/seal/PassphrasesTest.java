package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.kernel.Language;

class PassphrasesTest {

  private final SecureRandom random = new SecureRandom();

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"EN", "FR"})
  void S_21_words_are_drawn_uniformly(Language language) {
    var words = WordList.of(language).words();
    var counts = new long[WordList.SIZE];
    var drawn = 0;
    for (var i = 0; i < 20_000; i++) {
      for (var word : Passphrases.generate(language, random).split(" ", -1)) {
        var index = words.indexOf(word);
        assertThat(index).isNotNegative();
        counts[index]++;
        drawn++;
      }
    }
    var expected = drawn / (double) WordList.SIZE;
    var chiSquare = 0.0;
    for (var count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    // 2,047 degrees of freedom: standard deviation 64; this is six of them.
    assertThat(chiSquare).isBetween(2047 - 384.0, 2047 + 384.0);
  }

  @Test
  void S_21_a_passphrase_has_77_bits_and_a_recovery_code_88() {
    var bitsOfAWord = Math.log(WordList.SIZE) / Math.log(2);
    var passphrase = Passphrases.generate(Language.EN, random).split(" ", -1);
    var code = Passphrases.recoveryCode(Language.FR, random).split(" ", -1);
    assertThat(passphrase.length * bitsOfAWord).isGreaterThanOrEqualTo(77);
    assertThat(code.length * bitsOfAWord).isGreaterThanOrEqualTo(88);
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"EN", "FR"})
  void words_stay_apart_when_typed_without_accents_or_cut_to_four_letters(Language language) {
    var whole = new HashSet<String>();
    var beginnings = new HashSet<String>();
    for (var word : WordList.of(language).words()) {
      var typed = Passphrases.normalised(word);
      assertThat(typed).matches("[a-z]+");
      whole.add(typed);
      beginnings.add(typed.substring(0, Math.min(4, typed.length())));
    }
    assertThat(whole).hasSize(2048);
    assertThat(beginnings).hasSizeGreaterThan(2000);
  }

  @Test
  void other_languages_get_English_words() {
    assertThat(WordList.of(Language.UG)).isSameAs(WordList.of(Language.EN));
    assertThat(WordList.of(Language.FR).words()).contains("académie");
  }

  @ParameterizedTest
  @CsvSource({
    "'Académie  ÉTOILE','academie etoile'",
    "'academie-etoile','academie etoile'",
    "' Académie\u00a0e\u0301toile\u200b ','academie etoile'",
    "'ACADEMIE, etoile.','academie etoile'",
    "'académie\tétoile\n','academie etoile'",
    "'\u0153uvre','oeuvre'",
    "'\ufb01n','fin'"
  })
  void typing_is_forgiven(String typed, String meant) {
    assertThat(Passphrases.normalised(typed)).isEqualTo(meant);
    try (var one = Passphrases.secretOf(typed);
        var other = Passphrases.secretOf(meant)) {
      assertThat(one.sameAs(other)).isTrue();
    }
  }

  @Test
  void another_word_is_not_forgiven_in_any_script() {
    assertThat(Passphrases.normalised("étoile")).isNotEqualTo(Passphrases.normalised("étoiles"));
    assertThat(Passphrases.normalised("بىر ئىككى")).isNotEqualTo(Passphrases.normalised("بىر ئۈچ"));
    assertThat(Passphrases.normalised("བོད་ཡིག")).isEqualTo("བོད་ཡིག".toLowerCase(Locale.ROOT));
  }

  @Test
  void fingerprints_are_six_words_that_differ_between_members() {
    try (var one = MemberKeys.generate(random);
        var other = MemberKeys.generate(random)) {
      assertThat(one.fingerprintWords(Language.EN)).hasSize(6);
      assertThat(WordList.of(Language.EN).words()).containsAll(one.fingerprintWords(Language.EN));
      assertThat(one.fingerprintWords(Language.EN))
          .isEqualTo(one.publicKeys().fingerprintWords(Language.EN))
          .isNotEqualTo(other.fingerprintWords(Language.EN));
      assertThat(WordList.of(Language.FR).words()).containsAll(one.fingerprintWords(Language.FR));
    }
  }

  @Test
  void bits_are_spelled_from_the_first_on() {
    var words = WordList.of(Language.EN).words();
    assertThat(WordList.of(Language.EN).spell(TestBytes.hex("ffe000"), 2))
        .containsExactly(words.get(2047), words.get(0));
    assertThat(WordList.of(Language.EN).spell(TestBytes.hex("002004"), 2))
        .containsExactly(words.get(1), words.get(1));
  }
}
