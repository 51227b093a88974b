package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class LogSuccessionFuzzTest {

  /** Whatever the text, it is refused with one kind of error, or written back exactly. */
  @FuzzTest(maxDuration = "20s")
  void parses_or_refuses(byte[] bytes) {
    var text = new String(bytes, UTF_8);
    try {
      assertThat(LogBeginning.parse(text).text()).isEqualTo(text);
    } catch (LedgerRefused refused) {
      assertThat(refused.key()).startsWith("ledger.");
    }
    try {
      var file = LogSuccession.parse(text);
      assertThat(file.text()).isEqualTo(text);
      file.verify();
    } catch (LedgerRefused refused) {
      assertThat(refused.key()).startsWith("ledger.");
    }
  }
}
