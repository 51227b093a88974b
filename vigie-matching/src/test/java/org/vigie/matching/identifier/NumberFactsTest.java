package org.vigie.matching.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberFactsTest {

  @Test
  void tells_region_and_line_type_per_numbering_plan() {
    var facts = NumberFacts.of("+33 1 99 00 12 34", null);
    assertThat(facts.e164()).isEqualTo("+33199001234");
    assertThat(facts.region()).isEqualTo("FR");
    assertThat(facts.type()).isEqualTo(LineType.FIXED_LINE);
    assertThat(facts.inPlan()).isTrue();
    assertThat(facts.portability()).isEqualTo("number.portability.ported");
  }

  @Test
  void keeps_the_number_as_displayed() {
    assertThat(NumberFacts.of("٠٦ ٣٩ ٩٨ ١٢ ٣٤", "FR").raw()).isEqualTo("٠٦ ٣٩ ٩٨ ١٢ ٣٤");
  }

  @Test
  void says_when_the_plan_assigns_no_such_range() {
    var facts = NumberFacts.of("+852 5555 0134", null);
    assertThat(facts.e164()).isEqualTo("+85255550134");
    assertThat(facts.region()).isEqualTo("HK");
    assertThat(facts.type()).isEqualTo(LineType.UNKNOWN);
    assertThat(facts.cautions())
        .containsExactly("number.caution.out-of-plan", "number.caution.hong-kong");
  }

  @Test
  void leaves_unknown_what_is_unknown() {
    var facts = NumberFacts.of("numéro masqué", "FR");
    assertThat(facts.e164()).isNull();
    assertThat(facts.region()).isNull();
    assertThat(facts.type()).isEqualTo(LineType.UNKNOWN);
    assertThat(facts.displayMasked()).isTrue();
    assertThat(facts.status()).isEqualTo("number.status.unknown");
  }

  @Test
  void does_not_guess_the_country_of_a_shared_code() {
    var facts = NumberFacts.of("+44 7700 900123", null);
    assertThat(facts.e164()).isEqualTo("+447700900123");
    assertThat(facts.region()).isNull();
  }

  @Test
  void says_that_a_national_number_needs_its_region() {
    var facts = NumberFacts.of("06 39 98 12 34", null);
    assertThat(facts.e164()).isNull();
    assertThat(facts.cautions()).containsExactly("number.caution.unreadable");
    assertThat(facts.displayMasked()).isFalse();
  }

  @Test
  void says_of_every_number_that_it_may_be_forged() {
    for (var raw : new String[] {"+33 1 99 00 12 34", "privé", "x", "+852 5555 0134"}) {
      assertThat(NumberFacts.of(raw, null).cannotTell()).contains("number.cannot-tell.forged");
    }
  }
}
