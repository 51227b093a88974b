package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Secret;

class KeyedTokensTest {

  private static final byte[] BLOCKS = new byte[3 * KeyedTokens.BLOCK];

  static {
    BLOCKS[KeyedTokens.BLOCK] = 1;
  }

  @Test
  void gives_equal_blocks_equal_tokens_and_others_others() {
    var tokens = tokens((byte) 7, "text", 1);
    assertThat(tokens[0]).isEqualTo(tokens[2]).isNotEqualTo(tokens[1]);
  }

  @Test
  void gives_other_tokens_under_another_key_purpose_or_epoch() {
    assertThat(tokens((byte) 7, "text", 1))
        .isEqualTo(tokens((byte) 7, "text", 1))
        .doesNotContain(tokens((byte) 8, "text", 1))
        .doesNotContain(tokens((byte) 7, "names", 1))
        .doesNotContain(tokens((byte) 7, "text", 2));
  }

  @Test
  void refuses_a_short_key() {
    try (var key = Secret.take(new byte[15])) {
      assertThatThrownBy(() -> KeyedTokens.derive(key, "text", 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static int[] tokens(byte fill, String purpose, int epoch) {
    var bytes = new byte[32];
    Arrays.fill(bytes, fill);
    try (var key = Secret.take(bytes)) {
      return KeyedTokens.derive(key, purpose, epoch).of(BLOCKS, 3);
    }
  }
}
