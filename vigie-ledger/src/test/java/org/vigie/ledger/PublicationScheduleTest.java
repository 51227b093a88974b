package org.vigie.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.vigie.ledger.PublicationSchedule.Publication;

class PublicationScheduleTest {

  private static final PublicationSchedule HOURLY = PublicationSchedule.HOURLY;
  private static final Instant START = Instant.parse("2026-03-01T00:17:00Z");

  @Test
  void publishes_once_a_period_and_fills_up_with_dummies() {
    var slot = Instant.parse("2026-03-01T00:00:00Z");

    assertThat(HOURLY.decide(Instant.EPOCH, START, 3)).contains(new Publication(slot, 3, 13));
    assertThat(HOURLY.decide(slot, START, 3)).isEmpty();
    assertThat(HOURLY.decide(slot, slot.plusSeconds(3600), 40))
        .contains(new Publication(slot.plusSeconds(3600), 16, 0));
  }

  @Test
  void publishes_nothing_twice_when_the_clock_is_set_back() {
    assertThat(HOURLY.decide(START, START.minus(Duration.ofHours(5)), 9)).isEmpty();
  }

  @Test
  void S_74_batches_have_one_size_at_every_hour_of_a_simulated_month() {
    var last = Instant.EPOCH;
    var sizes = new ArrayList<Integer>();
    var waiting = 0;
    for (var minute = 0; minute < 31 * 24 * 60; minute++) {
      // Bursts by day, silence by night and for a whole week.
      var hour = minute / 60 % 24;
      var quietWeek = minute > 7 * 1440 && minute < 14 * 1440;
      waiting += !quietWeek && hour > 8 && minute % 7 == 0 ? 1 + minute % 3 : 0;
      var due = HOURLY.decide(last, START.plus(Duration.ofMinutes(minute)), waiting);
      if (due.isPresent()) {
        last = due.get().slot();
        waiting -= due.get().real();
        sizes.add(due.get().real() + due.get().dummies());
      }
    }

    assertThat(sizes).hasSizeBetween(31 * 24, 31 * 24 + 1).containsOnly(16);
  }
}
