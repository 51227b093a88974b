package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Secret;
import org.vigie.testkit.Trials;

class RowKeyTest {

  private static final Place PLACE = new Place("register", "table", "row", "column", 3, 1);

  private final SecureRandom random = new SecureRandom();

  @Test
  void opens_what_it_sealed_and_never_seals_the_same_twice() {
    try (var seed = Secret.random(32, random);
        var key = RowKey.derive(seed, "table")) {
      Trials.forAll(
          5000,
          (trial, size) -> {
            var plain = TestBytes.random(trial, size - 1);
            var sealed = key.seal(plain, PLACE);
            assertThat(sealed).hasSize(plain.length + 40).isNotEqualTo(key.seal(plain, PLACE));
            assertThat(key.open(sealed, PLACE)).isEqualTo(plain);
          });
    }
  }

  @Test
  void S_06_a_row_moved_to_any_other_place_is_refused() {
    var elsewhere =
        List.of(
            new Place("registe", "rtable", "row", "column", 3, 1),
            new Place("other", "table", "row", "column", 3, 1),
            new Place("register", "other", "row", "column", 3, 1),
            new Place("register", "table", "other", "column", 3, 1),
            new Place("register", "table", "row", "other", 3, 1),
            new Place("register", "table", "row", "column", 4, 1),
            new Place("register", "table", "row", "column", 3, 2));
    try (var seed = Secret.random(32, random);
        var key = RowKey.derive(seed, "table");
        var otherTable = RowKey.derive(seed, "other")) {
      var sealed = key.seal(new byte[100], PLACE);
      for (var place : elsewhere) {
        assertThatThrownBy(() -> key.open(sealed, place)).hasMessage("seal.tampered");
      }
      assertThatThrownBy(() -> otherTable.open(sealed, PLACE)).hasMessage("seal.tampered");
    }
  }

  @Test
  void S_06_any_changed_or_missing_byte_is_refused() {
    try (var seed = Secret.random(32, random);
        var key = RowKey.derive(seed, "table")) {
      var sealed = key.seal(new byte[20], PLACE);
      for (var at = 0; at < sealed.length; at++) {
        var changed = sealed.clone();
        changed[at] ^= 1;
        var cut = java.util.Arrays.copyOf(sealed, at);
        assertThatThrownBy(() -> key.open(changed, PLACE)).isInstanceOf(SealRefused.class);
        assertThatThrownBy(() -> key.open(cut, PLACE)).isInstanceOf(SealRefused.class);
      }
    }
  }

  @Test
  void a_closed_key_seals_nothing() {
    try (var seed = Secret.random(32, random)) {
      var key = RowKey.derive(seed, "table");
      key.close();
      assertThatIllegalStateException().isThrownBy(() -> key.seal(new byte[1], PLACE));
    }
  }

  /** C2SP XAES-256-GCM.md, "Test vectors". */
  @Test
  void passes_the_vectors_of_XAES_256_GCM() {
    assertThat(opened("01", "", "ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271"))
        .isEqualTo("XAES-256-GCM");
    assertThat(
            opened(
                "03",
                "c2sp.org/XAES-256-GCM",
                "986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d"))
        .isEqualTo("XAES-256-GCM");
  }

  private static String opened(String octet, String context, String sealed) {
    try (var secret = Secret.take(TestBytes.hex(octet.repeat(32)));
        var cipher = new Xaes(secret)) {
      var whole = Bytes.join(Bytes.of("ABCDEFGHIJKLMNOPQRSTUVWX"), TestBytes.hex(sealed));
      return cipher
          .open(whole, Bytes.of(context))
          .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.US_ASCII))
          .orElse("refused");
    }
  }
}
