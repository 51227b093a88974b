package org.vigie.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {

  @Test
  void keeps_no_reference_to_the_callers_array() {
    var bytes = new byte[Hash.LENGTH];
    var hash = Hash.of(bytes);

    bytes[0] = 1;
    hash.toBytes()[1] = 1;

    assertThat(hash.toBytes()).containsOnly(0);
  }

  @Test
  void is_equal_by_content() {
    assertThat(Hash.ofLeaf("a")).isEqualTo(Hash.ofLeaf("a")).hasSameHashCodeAs(Hash.ofLeaf("a"));
    assertThat(Hash.ofLeaf("a")).isNotEqualTo(Hash.ofLeaf("b")).isNotEqualTo("a");
    assertThat(Hash.ofLeaf("a").hashCode()).isNotEqualTo(Hash.ofLeaf("b").hashCode());
  }

  @Test
  void has_thirty_two_bytes() {
    assertThatThrownBy(() -> Hash.of(new byte[31])).hasMessageContaining("not 31");
  }

  @Test
  void is_read_back_as_spelled() throws LedgerRefused {
    var hash = Hash.ofLeaf("a");

    assertThat(Hash.parseHex(hash.toString())).isEqualTo(hash);
    assertThat(Hash.parseBase64(hash.base64())).isEqualTo(hash);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AAAA",
        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I",
        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=",
        "CsUYapGGPo4dkMgIAUqom_Xajj7h2fB2MPA3j2jxq2I=",
      })
  void refuses_every_spelling_but_one(String text) {
    assertThatExceptionOfType(LedgerRefused.class).isThrownBy(() -> Hash.parseBase64(text));
    assertThatExceptionOfType(LedgerRefused.class).isThrownBy(() -> Hash.parseHex(text));
  }
}
