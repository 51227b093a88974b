package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.kernel.Secret;

class HkdfTest {

  /** RFC 5869 appendix A.1 and A.3. */
  @Test
  void passes_the_vectors_of_RFC_5869() {
    var secret = TestBytes.hex("0b".repeat(22));
    var one =
        Hkdf.expand(
            secret,
            TestBytes.hex("000102030405060708090a0b0c"),
            TestBytes.hex("f0f1f2f3f4f5f6f7f8f9"),
            42);
    assertThat(TestBytes.hex(one))
        .isEqualTo(
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    var three = Hkdf.expand(secret, new byte[0], new byte[0], 42);
    assertThat(TestBytes.hex(three))
        .isEqualTo(
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
  }

  @Test
  void gives_each_label_its_own_key() {
    try (var secret = Secret.take(new byte[32]);
        var one = Hkdf.derive(secret, "one", 32);
        var again = Hkdf.derive(secret, "one", 32);
        var other = Hkdf.derive(secret, "other", 32);
        var salted = Hkdf.derive(secret, new byte[] {1}, "one", 32)) {
      assertThat(one.sameAs(again)).isTrue();
      assertThat(one.sameAs(other)).isFalse();
      assertThat(one.sameAs(salted)).isFalse();
    }
  }
}
