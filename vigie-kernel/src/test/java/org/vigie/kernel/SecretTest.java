package org.vigie.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SecretTest {

  @Test
  void wipes_what_it_takes_over_and_what_it_lends() {
    var source = new byte[] {1, 2, 3};
    var lent = new byte[1][];
    try (var secret = Secret.take(source)) {
      assertThat(source).containsOnly(0);
      int third =
          secret.use(b -> {
            lent[0] = b;
            return (int) b[2];
          });
      assertThat(third).isEqualTo(3);
      assertThat(lent[0]).containsOnly(0);
    }
  }

  @Test
  void is_unusable_after_closing() {
    var secret = Secret.random(32, new SecureRandom());
    secret.close();
    secret.close();
    assertThatThrownBy(() -> secret.use(b -> b.length)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void never_prints_its_bytes() {
    try (var secret = Secret.take(new byte[] {65, 66, 67})) {
      assertThat(secret).hasToString("Secret[3 bytes]");
    }
  }

  @Test
  void compares_by_content() {
    try (var one = Secret.take(new byte[] {1, 2});
        var copy = one.copy();
        var other = Secret.take(new byte[] {1, 3})) {
      assertThat(one.sameAs(copy)).isTrue();
      assertThat(one.sameAs(other)).isFalse();
    }
  }
}
