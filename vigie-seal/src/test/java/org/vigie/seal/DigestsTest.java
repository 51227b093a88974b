package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DigestsTest {

  /** FIPS 180-4, the example "abc". */
  @Test
  void are_those_of_the_standard_in_one_piece_in_parts_and_from_a_stream() throws IOException {
    var abc = Bytes.of("abc");
    var sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertThat(TestBytes.hex(Digests.sha256(abc))).isEqualTo(sha256);
    assertThat(TestBytes.hex(Digests.sha256(Bytes.of("a"), Bytes.of("bc")))).isEqualTo(sha256);
    assertThat(TestBytes.hex(Digests.sha256(new ByteArrayInputStream(abc)))).isEqualTo(sha256);
    assertThat(TestBytes.hex(Digests.sha512(abc))).startsWith("ddaf35a193617abacc417349ae204131");
    assertThat(Digests.sha512(new ByteArrayInputStream(abc))).isEqualTo(Digests.sha512(abc));
  }

  @Test
  void compare_by_content() {
    assertThat(Digests.same(new byte[] {1, 2}, new byte[] {1, 2})).isTrue();
    assertThat(Digests.same(new byte[] {1, 2}, new byte[] {1, 3})).isFalse();
    assertThat(Digests.same(new byte[] {1, 2}, new byte[] {1})).isFalse();
  }
}
