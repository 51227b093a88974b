package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class WitnessRequestFuzzTest {

  /** Whatever the text, it is either refused or written back exactly. */
  @FuzzTest(maxDuration = "20s")
  void parses_or_refuses(byte[] bytes) {
    var text = new String(bytes, UTF_8);
    try {
      assertThat(WitnessRequest.parse(text).encoded()).isEqualTo(text);
    } catch (LedgerRefused refused) {
      assertThat(refused.key()).startsWith("ledger.malformed-");
    }
  }
}
