package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Secret;

class PassingKeyTest {

  private static final byte[] PLAIN = {1, 2, 3, 4, 5};

  @Test
  void opens_what_it_sealed_differently_every_time() throws Exception {
    var key = key((byte) 7, "one");
    var sealed = key.seal(PLAIN);
    assertThat(sealed).hasSize(PLAIN.length + 28).isNotEqualTo(key.seal(PLAIN));
    assertThat(key((byte) 7, "one").open(sealed)).isEqualTo(PLAIN);
  }

  @Test
  void refuses_what_was_changed_cut_or_sealed_under_another_key() {
    var key = key((byte) 7, "one");
    var sealed = key.seal(PLAIN);
    for (var at = 0; at < sealed.length; at++) {
      var changed = sealed.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> key.open(changed)).isInstanceOf(SealRefused.class);
      var cut = Arrays.copyOf(sealed, at);
      assertThatThrownBy(() -> key.open(cut)).isInstanceOf(SealRefused.class);
    }
    for (var other : new PassingKey[] {key((byte) 8, "one"), key((byte) 7, "other")}) {
      assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(SealRefused.class);
    }
  }

  private static PassingKey key(byte of, String label) {
    var seed = new byte[32];
    Arrays.fill(seed, of);
    try (var secret = Secret.take(seed)) {
      return PassingKey.derive(secret, label, new SecureRandom());
    }
  }
}
