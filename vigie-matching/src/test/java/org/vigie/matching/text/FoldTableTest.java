package org.vigie.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTableTest {

  private static final SpoofChecker SKELETONS = new SpoofChecker.Builder().build();
  private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

  /** All cased letters that Unicode (UTS 39) calls confusable with one of the 26. */
  @Test
  void every_letter_that_unicode_calls_confusable_with_a_latin_one_folds_to_it() {
    var folded = 0;
    for (var c = 0x80; c <= Character.MAX_CODE_POINT; c++) {
      if (isCased(c) && CASEFOLD.normalize(Character.toString(c)).equals(Character.toString(c))) {
        var small = SKELETONS.getSkeleton(Character.toString(c)).replaceAll("\\p{Mn}", "");
        var capital = SKELETONS.getSkeleton(Character.toString(UCharacter.toUpperCase(c)));
        var looks = isOne(small, 'a') ? small : isOne(capital, 'A') ? capital : "";
        if (!looks.isEmpty()) {
          var letters = TextFold.letters(Character.toString(c));
          assertThat(letters).as("%x", c).isEqualTo(TextFold.letters(looks));
          folded++;
        }
      }
    }
    assertThat(folded).isGreaterThan(100);
  }

  private static boolean isCased(int c) {
    return UCharacter.hasBinaryProperty(c, UProperty.LOWERCASE)
        && Character.getType(c) == Character.LOWERCASE_LETTER;
  }

  private static boolean isOne(String shape, char first) {
    return shape.length() == 1 && shape.charAt(0) >= first && shape.charAt(0) < first + 26;
  }

  @ParameterizedTest
  @CsvSource({
    "мостик,moctnk,-",
    "ᴛʜᴇ ᴄᴏᴍᴍɪᴛᴛᴇᴇ,the committee,+",
    "🅲🅾🅼🅼🅸🆃🆃🅴🅴,committee,+",
    "соммıттее,committee,+",
    "Iook at the miII,look at the mill,+",
    "ӏook at the miӀӀ,look at the mill,+",
    "1ook at the m!ll,look at the mill,+",
    "t4 m4m4n,ta maman,+",
    "m0n p@pa,mon papa,+",
    "vers 18h,vers 20h,+",
    "5km,7km,-",
    "10 km,25 km,+",
  })
  void folds_look_alikes_and_leaves_numbers(String one, String other, String alike) {
    assertThat(TextFold.fold(one).equals(TextFold.fold(other))).isEqualTo(alike.equals("+"));
  }
}
