package org.vigie.node.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vigie.node.shell.Sessions;

class SweeperTest {

  private static final Instant BEGUN = Instant.parse("2026-01-15T18:04:00Z");

  @Test
  void S_25_goes_on_closing_sessions_after_something_went_wrong_with_one() throws Exception {
    var asked = new AtomicInteger();
    InstantSource clock =
        () ->
            switch (asked.incrementAndGet()) {
              case 1 -> BEGUN;
              case 2 -> throw new IllegalStateException("trouble");
              default -> BEGUN.plus(Duration.ofDays(1));
            };
    var idle = Duration.ofMinutes(10);
    var sessions = new Sessions(clock, new SecureRandom(), idle, Duration.ofHours(2));
    var begun = sessions.begin();
    try (var _ = new Sweeper(sessions, Duration.ofMillis(5))) {
      for (var i = 0; i < 1_000 && asked.get() < 4; i++) {
        Thread.sleep(5);
      }
    }
    assertThat(sessions.find(begun.token())).isEmpty();
  }
}
