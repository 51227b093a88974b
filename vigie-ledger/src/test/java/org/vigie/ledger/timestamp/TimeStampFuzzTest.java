package org.vigie.ledger.timestamp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;

class TimeStampFuzzTest {

  /** Whatever the bytes, they are refused and nothing else happens. */
  @FuzzTest(maxDuration = "20s")
  void parses_or_refuses(byte[] bytes) {
    try {
      var token = TimeStampToken.parseReply(bytes);
      assertThat(token.verify(Hash.ofNothing(), List.of(), List.of())).isNull();
    } catch (LedgerRefused refused) {
      assertThat(refused.key()).startsWith("ledger.");
    }
  }
}
