package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class ReceiptFuzzTest {

  /** Whatever the text, it is either refused or written back exactly. */
  @FuzzTest(maxDuration = "20s")
  void parses_or_refuses(byte[] bytes) {
    var text = new String(bytes, UTF_8);
    try {
      assertThat(Receipt.parse(text).text()).isEqualTo(text);
    } catch (EvidenceRefused refused) {
      assertThat(refused.key()).isEqualTo("evidence.malformed-receipt");
    }
  }
}
