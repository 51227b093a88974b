package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Secret;

class AgeFileTest {

  private final SecureRandom random = new SecureRandom();

  @Test
  void opens_what_it_sealed_to_each_kind_of_recipient() throws SealRefused {
    var plain = new byte[300_000];
    random.nextBytes(plain);
    var passphrase = Passphrases.secretOf("correct horse");
    try (var hybrid = HybridKey.generate(random);
        var classical = X25519Key.generate(random);
        var known = new PassphraseIdentity(passphrase)) {
      var toHybrid = AgeFile.seal(plain, List.of(hybrid.recipient()));
      var toClassical = AgeFile.seal(plain, List.of(classical.recipient()));
      var toPassphrase = AgeFile.seal(plain, List.of(new PassphraseRecipient(passphrase, 10)));

      assertThat(AgeFile.open(toHybrid, List.of(hybrid))).isEqualTo(plain);
      assertThat(AgeFile.open(toClassical, List.of(hybrid, classical))).isEqualTo(plain);
      assertThat(AgeFile.open(toPassphrase, List.of(known))).isEqualTo(plain);
    }
  }

  @Test
  void reads_its_own_text_forms() throws SealRefused {
    try (var hybrid = HybridKey.generate(random);
        var classical = X25519Key.generate(random);
        var again = Identity.parse(hybrid.text());
        var classicalAgain = Identity.parse(classical.text())) {
      assertThat(((HybridKey) again).recipient()).isEqualTo(hybrid.recipient());
      assertThat(((X25519Key) classicalAgain).recipient()).isEqualTo(classical.recipient());
      assertThat(Recipient.parse(hybrid.recipient().text())).isEqualTo(hybrid.recipient());
      assertThat(Recipient.parse(classical.recipient().text())).isEqualTo(classical.recipient());
    }
  }

  @Test
  void a_sealed_row_is_forty_bytes_longer() {
    try (var secret = Secret.random(32, random);
        var key = RowKey.derive(secret, "t")) {
      var place = new Place("r", "t", "1", "c", 1, 1);
      assertThat(key.seal(new byte[10], place)).hasSize(50);
    }
  }
}
