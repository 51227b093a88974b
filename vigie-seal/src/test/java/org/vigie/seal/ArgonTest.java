package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ArgonTest {

  /** RFC 9106 section 5.3. */
  @Test
  void passes_the_vector_of_RFC_9106() {
    var parameters =
        Argon.parameters(new ArgonPolicy(32, 3, 4))
            .withSalt(TestBytes.hex("02".repeat(16)))
            .withSecret(TestBytes.hex("03".repeat(8)))
            .withAdditional(TestBytes.hex("04".repeat(12)));
    assertThat(TestBytes.hex(Argon.run(parameters, TestBytes.hex("01".repeat(32)))))
        .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
  }

  @Test
  void S_20_people_get_256_MiB_and_three_passes() {
    assertThat(ArgonPolicy.PEOPLE).isEqualTo(new ArgonPolicy(262_144, 3, 1));
  }

  @Test
  void refuses_costs_out_of_range() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ArgonPolicy(7, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new ArgonPolicy((1 << 20) + 1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new ArgonPolicy(64, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new ArgonPolicy(64, 17, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new ArgonPolicy(64, 1, 5));
  }
}
