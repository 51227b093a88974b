package org.vigie.matching.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

class PhoneNumberPropertyTest {

  private static final String[] GAPS = {"", " ", "\u00A0", "-", ".", "\u202F", "\u200E", "\u2011"};

  @Test
  void any_writing_of_one_number_reads_the_same() {
    Trials.forAll(
        8,
        (random, size) -> {
          var national = "6399" + digits(random, 5);
          var written = prefix(random) + spread(national, random);
          var reading = Identifiers.read(inOtherDigits(written, random), "FR");
          assertThat(IdentifiersTest.answer(reading)).isEqualTo("norm-v1|tel|+33" + national);
        });
  }

  @Test
  void different_numbers_never_merge() {
    Trials.forAll(
        8,
        (random, size) -> {
          var one = "6399" + digits(random, 5);
          var other = "6399" + digits(random, 5);
          var same =
              Identifiers.read("0" + one, "FR").equals(Identifiers.read("+33" + other, null));
          assertThat(same).isEqualTo(one.equals(other));
        });
  }

  private static String prefix(RandomGenerator random) {
    return new String[] {"0", "+33", "+33 ", "0033", "00 33 ", "+33 (0)", "(+33) "}
        [random.nextInt(7)];
  }

  private static String digits(RandomGenerator random, int count) {
    var digits = new StringBuilder();
    for (var i = 0; i < count; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  private static String spread(String digits, RandomGenerator random) {
    var gap = GAPS[random.nextInt(GAPS.length)];
    var spread = new StringBuilder();
    for (var i = 0; i < digits.length(); i++) {
      if (i % 2 == 1) {
        spread.append(gap);
      }
      spread.append(digits.charAt(i));
    }
    return spread.toString();
  }

  private static String inOtherDigits(String text, RandomGenerator random) {
    var zero = new char[] {'0', '٠', '۰', '０', '०'}[random.nextInt(5)];
    var other = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      other.append(c >= '0' && c <= '9' ? (char) (zero + c - '0') : c);
    }
    return other.toString();
  }
}
