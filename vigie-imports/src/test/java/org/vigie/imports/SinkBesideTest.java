package org.vigie.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinkBesideTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 511, 512, 513, 20_000})
  void hands_over_every_message_in_order(int count) throws IOException {
    var taken = new ArrayList<Long>();
    try (var beside = new SinkBeside(message -> taken.add(message.n()))) {
      for (var n = 1; n <= count; n++) {
        beside.accept(message(n));
      }
    }
    assertThat(taken).hasSize(count).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 700, 20_000})
  void says_what_the_sink_said_and_never_waits_for_it(int count) {
    assertThatIOException()
        .isThrownBy(() -> {
          try (var beside =
              new SinkBeside(message -> {
                throw new IOException("nobody listens");
              })) {
            for (var n = 1; n <= count; n++) {
              beside.accept(message(n));
            }
          }
        })
        .withMessage("nobody listens");
  }

  private static Message message(long n) {
    var when = new Moment(LocalDateTime.of(2026, 1, 15, 18, 4), null, "raw", Precision.MINUTE);
    return new Message(
        n, n, when, "Swallow", Kind.TEXT, "text", null, List.of(), new ByteRange(n, 1));
  }
}
