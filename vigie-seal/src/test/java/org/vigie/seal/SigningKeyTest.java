package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.kernel.Secret;
import org.vigie.testkit.Trials;

class SigningKeyTest {

  private final SecureRandom random = new SecureRandom();

  /** RFC 8032 section 7.1, tests 1 to 3. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
  })
  void passes_the_vectors_of_RFC_8032(String seed, String key, String message, String signature) {
    try (var secret = Secret.take(TestBytes.hex(seed));
        var signing = SigningKey.ofSeed(secret)) {
      var made = signing.signBare(TestBytes.hex(message));
      assertThat(TestBytes.hex(made)).isEqualTo(signature);
      assertThat(TestBytes.hex(signing.verifier().bytes())).isEqualTo(key);
      assertThat(signing.verifier().verifyBare(TestBytes.hex(message), made)).isTrue();
    }
  }

  @Test
  void a_signature_holds_for_its_message_its_purpose_and_its_key_only() {
    try (var key = SigningKey.generate(random);
        var other = SigningKey.generate(random)) {
      Trials.forAll(
          300,
          (trial, size) -> {
            var message = TestBytes.random(trial, size);
            var signature = key.sign(SignatureLabel.RECEIPT, message);
            assertThat(key.verifier().verify(SignatureLabel.RECEIPT, message, signature)).isTrue();
            assertThat(key.verifier().verify(SignatureLabel.CONSENT, message, signature)).isFalse();
            assertThat(other.verifier().verify(SignatureLabel.RECEIPT, message, signature))
                .isFalse();
            message[trial.nextInt(size)] ^= 1;
            assertThat(key.verifier().verify(SignatureLabel.RECEIPT, message, signature)).isFalse();
            assertThat(key.verifier().verify(SignatureLabel.RECEIPT, message, new byte[3]))
                .isFalse();
          });
    }
  }

  @Test
  void no_label_is_the_beginning_of_another() {
    for (var one : SignatureLabel.values()) {
      assertThat(one.text()).matches("[a-z0-9/-]+");
      for (var other : SignatureLabel.values()) {
        assertThat(one == other || !other.text().startsWith(one.text())).isTrue();
      }
    }
  }

  @Test
  void refuses_what_is_no_public_key() {
    for (var bytes : new byte[][] {new byte[31], new byte[32], TestBytes.hex("ff".repeat(32))}) {
      assertThatThrownBy(() -> VerifyingKey.ofBytes(bytes)).isInstanceOf(SealRefused.class);
    }
  }
}
