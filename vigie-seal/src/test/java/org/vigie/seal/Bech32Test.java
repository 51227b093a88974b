package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.testkit.Trials;

class Bech32Test {

  @Test
  void brings_back_any_bytes_in_either_case() {
    Trials.forAll(
        2000,
        (random, size) -> {
          var data = TestBytes.random(random, size);
          var text = Bech32.encode("age1pq", data);
          assertThat(Bech32.decode("age1pq", text)).isEqualTo(data);
          assertThat(Bech32.decode("age1pq", text.toUpperCase(java.util.Locale.ROOT)))
              .isEqualTo(data);
        });
  }

  @Test
  void refuses_any_one_wrong_letter() throws SealRefused {
    var text = Bech32.encode("vigie-share", new byte[120]);
    for (var i = 0; i < text.length(); i++) {
      var wrong =
          text.substring(0, i) + (text.charAt(i) == 'q' ? 'p' : 'q') + text.substring(i + 1);
      assertThatThrownBy(() -> Bech32.decode("vigie-share", wrong)).isInstanceOf(SealRefused.class);
    }
  }

  /** BIP 173, "Test vectors"; the prefix and the checksum only. */
  @Test
  void passes_the_vectors_of_BIP_173() throws SealRefused {
    assertThat(Bech32.decode("a", "A12UEL5L")).isEmpty();
    assertThat(Bech32.decode("?", "?1ezyfcl")).isEmpty();
    assertThat(
            TestBytes.hex(Bech32.decode("abcdef", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw")))
        .isEqualTo("00443214c74254b635cf84653a56d7c675be77df");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "a1", "a1lty1mw", "A12uEL5L", "a12uel5m", "a1\u00e9uel5l", "b12uel5l"})
  void refuses_what_is_no_such_text(String text) {
    assertThatThrownBy(() -> Bech32.decode("a", text)).isInstanceOf(SealRefused.class);
  }
}
