package org.vigie.imports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

class EightBytesPropertyTest {

  @Test
  void finds_what_a_plain_loop_finds() {
    Trials.forAll(
        40,
        (random, size) -> {
          // Few different bytes, and those that differ from the wanted one in a single bit.
          var bytes = new byte[random.nextInt(size + 1)];
          for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ("\n\u000b\t:x".charAt(random.nextInt(5)) ^ random.nextInt(2) << 7);
          }
          var from = random.nextInt(bytes.length + 1);
          var to = from + random.nextInt(bytes.length - from + 1);
          var plain = from;
          while (plain < to && bytes[plain] != '\n') {
            plain++;
          }
          assertThat(EightBytes.indexOf(bytes, from, to, '\n')).isEqualTo(plain);
        });
  }

  @Test
  void equal_bytes_have_one_hash_wherever_they_stand() {
    Trials.forAll(
        40,
        (random, size) -> {
          var bytes = new byte[random.nextInt(size + 1)];
          random.nextBytes(bytes);
          var shift = random.nextInt(9);
          var elsewhere = new byte[bytes.length + 16];
          random.nextBytes(elsewhere);
          System.arraycopy(bytes, 0, elsewhere, shift, bytes.length);
          assertThat(EightBytes.hash(elsewhere, shift, shift + bytes.length))
              .isEqualTo(EightBytes.hash(bytes, 0, bytes.length));
        });
  }

  @Test
  void different_bytes_seldom_share_a_hash() {
    var hashes = new int[10_000];
    for (var i = 0; i < hashes.length; i++) {
      var name = ("+33 6 39 98 " + i).getBytes(StandardCharsets.UTF_8);
      hashes[i] = EightBytes.hash(name, 0, name.length);
    }
    assertThat(Arrays.stream(hashes).distinct().count()).isGreaterThan(9_990);
  }
}
