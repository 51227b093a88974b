package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
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

  @Test
  void gives_each_block_its_token_however_many_there_are_and_whatever_follows_them() {
    var blocks = new byte[200 * KeyedTokens.BLOCK];
    new Random(1).nextBytes(blocks);
    try (var key = Secret.take(new byte[32])) {
      var tokens = KeyedTokens.derive(key, "text", 1);
      var alone = new int[200];
      for (var i = 0; i < alone.length; i++) {
        var start = i * KeyedTokens.BLOCK;
        alone[i] = tokens.of(Arrays.copyOfRange(blocks, start, start + KeyedTokens.BLOCK), 1)[0];
      }
      for (var count = 0; count < alone.length; count++) {
        var expected = Arrays.copyOf(alone, count);
        var room = KeyedTokens.room(count);
        assertThat(room.length).isGreaterThanOrEqualTo(count * KeyedTokens.BLOCK);
        System.arraycopy(blocks, 0, room, 0, count * KeyedTokens.BLOCK);
        assertThat(tokens.of(room, count)).isEqualTo(expected);
        assertThat(tokens.of(blocks, count)).isEqualTo(expected);
        var exact = Arrays.copyOf(blocks, count * KeyedTokens.BLOCK);
        assertThat(tokens.of(exact, count)).isEqualTo(expected);
      }
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
