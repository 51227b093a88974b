package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

class PadmeTest {

  @Test
  void never_shortens_and_adds_at_most_twelve_per_cent() {
    Trials.forAll(
        62,
        (random, bits) -> {
          var length = random.nextLong(1L << bits);
          var padded = Padme.paddedLength(length);
          assertThat(padded).isBetween(length, length + length / 100 * 12 + 13);
          assertThat(Padme.paddedLength(padded)).isEqualTo(padded);
        });
  }

  @Test
  void gives_few_lengths_and_keeps_their_order() {
    var last = 0L;
    var distinct = 0;
    for (var length = 0L; length <= 1 << 20; length++) {
      var padded = Padme.paddedLength(length);
      assertThat(padded).isGreaterThanOrEqualTo(last);
      distinct += padded > last ? 1 : 0;
      last = padded;
    }
    assertThat(distinct).isLessThan(400);
  }

  /** Section 4 of the paper works through lengths like these. */
  @Test
  void rounds_as_the_paper_says() {
    assertThat(Padme.paddedLength(9)).isEqualTo(10);
    assertThat(Padme.paddedLength(1_000)).isEqualTo(1_024);
    assertThat(Padme.paddedLength(1_000_001)).isEqualTo(1_015_808);
    assertThatIllegalArgumentException().isThrownBy(() -> Padme.paddedLength(-1));
  }
}
