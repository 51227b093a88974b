package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeKeysTest {

  private final SecureRandom random = new SecureRandom();

  @Test
  void read_their_own_text_forms() throws SealRefused {
    try (var hybrid = HybridKey.generate(random);
        var classical = X25519Key.generate(random);
        var hybridAgain = (HybridKey) Identity.parse(" " + hybrid.text() + "\n");
        var classicalAgain = (X25519Key) Identity.parse(classical.text())) {
      assertThat(hybridAgain.recipient()).isEqualTo(hybrid.recipient());
      assertThat(classicalAgain.recipient()).isEqualTo(classical.recipient());
      assertThat(Recipient.parse(hybrid.recipient().text())).isEqualTo(hybrid.recipient());
      assertThat(Recipient.parse(classical.recipient().text())).isEqualTo(classical.recipient());
      assertThat(hybrid.recipient().text()).startsWith("age1pq1").hasSize(1959);
      assertThat(hybrid.text()).startsWith("AGE-SECRET-KEY-PQ-1");
    }
  }

  @Test
  void read_an_identity_file_as_age_keygen_writes_it() throws SealRefused {
    try (var hybrid = HybridKey.generate(random);
        var classical = X25519Key.generate(random)) {
      var file =
          "# created: 2026-01-15T18:04:00Z\r\n# public key: age1…\r\n\r\n"
              + classical.text()
              + "\r\n"
              + hybrid.text()
              + "\n";
      var read = Identity.parseFile(file);
      assertThat(read).hasSize(2);
      assertThat(read.get(0)).isInstanceOf(X25519Key.class);
      assertThat(read.get(1)).isInstanceOf(HybridKey.class);
      assertThatThrownBy(() -> Identity.parseFile(file + "nonsense"))
          .satisfies(refused -> assertThat(((SealRefused) refused).details()).containsExactly(6));
    }
    assertThatThrownBy(() -> Identity.parseFile("# nothing\n")).isInstanceOf(SealRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "age", "age1", "age1pq1", "AGE-SECRET-KEY-1", "AGE-SECRET-KEY-PQ-1", "é"})
  void refuse_what_is_no_key(String text) {
    assertThatThrownBy(() -> Recipient.parse(text)).isInstanceOf(SealRefused.class);
    assertThatThrownBy(() -> Identity.parse(text)).isInstanceOf(SealRefused.class);
  }

  @Test
  void refuse_the_wrong_case_and_the_wrong_length() {
    try (var hybrid = HybridKey.generate(random)) {
      assertThatThrownBy(() -> Identity.parse(hybrid.text().toLowerCase(Locale.ROOT)))
          .isInstanceOf(SealRefused.class);
    }
    var secret = Bech32.encode("age-secret-key-", new byte[31]).toUpperCase(Locale.ROOT);
    assertThatThrownBy(() -> Identity.parse(secret)).isInstanceOf(SealRefused.class);
    assertThatThrownBy(() -> Recipient.parse(Bech32.encode("age", new byte[33])))
        .isInstanceOf(SealRefused.class);
    assertThatThrownBy(() -> Recipient.parse(Bech32.encode("age1pq", new byte[1215])))
        .isInstanceOf(SealRefused.class);
  }

  @Test
  void print_no_secret() {
    try (var hybrid = HybridKey.generate(random);
        var classical = X25519Key.generate(random);
        var keys = MemberKeys.generate(random)) {
      assertThat(hybrid + " " + classical + " " + keys).isEqualTo("HybridKey X25519Key MemberKeys");
    }
  }
}
