package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class SplitProofFuzzTest {

  /** Whatever the text, it is refused, or written back exactly and never proof of anything. */
  @FuzzTest(maxDuration = "20s")
  void parses_or_refuses(byte[] bytes) {
    var text = new String(bytes, UTF_8);
    try {
      var proof = SplitProof.parse(text);
      assertThat(proof.text()).isEqualTo(text);
      assertThat(proof.holds()).isFalse();
    } catch (LedgerRefused refused) {
      assertThat(refused.key()).startsWith("ledger.");
    }
  }
}
