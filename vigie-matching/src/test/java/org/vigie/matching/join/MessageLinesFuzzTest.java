package org.vigie.matching.join;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class MessageLinesFuzzTest {

  @FuzzTest
  void reads_messages_or_refuses_a_line(byte[] lines) throws IOException {
    try {
      MessageLines.read(
          new ByteArrayInputStream(lines), message -> assertThat(message.id()).isNotNull());
    } catch (MatchRefused refused) {
      assertThat(refused.key()).startsWith("match.line-");
    }
  }
}
