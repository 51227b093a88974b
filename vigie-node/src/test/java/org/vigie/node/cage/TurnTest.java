package org.vigie.node.cage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.MemberId;

class TurnTest {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final MemberId one = MemberId.random(RANDOM);
  private final MemberId other = MemberId.random(RANDOM);

  @Test
  void is_had_by_one_at_a_time_and_others_are_told_that_it_is_busy() throws Exception {
    var turn = new Turn();
    var little = Duration.ofMillis(20);
    var held = turn.take(one, little);
    assertThatThrownBy(() -> turn.take(other, little))
        .isInstanceOfSatisfying(CageRefused.class, refused -> assertThat(refused.busy()).isTrue());
    held.close();
    try (var _ = turn.take(one, little)) {
      held.close();
      assertThatThrownBy(() -> turn.take(one, little))
          .as("what is given back twice is one turn")
          .hasMessage("cage.busy");
    }
    assertThat(turn.take(one, little)).isNotNull();
  }

  @Test
  void an_account_that_stands_in_line_many_times_keeps_no_other_waiting_longer() throws Exception {
    var turn = new Turn();
    var third = MemberId.random(RANDOM);
    var order = Collections.synchronizedList(new ArrayList<MemberId>());
    var all = new ArrayList<Thread>();
    try (var _ = turn.take(one, Duration.ZERO)) {
      for (var who : List.of(one, one, one, other, other, other, third)) {
        var waiting = Thread.ofVirtual().start(() -> takes(turn, who, order));
        all.add(waiting);
        // In line before the next comes.
        while (waiting.isAlive() && waiting.getState() != Thread.State.TIMED_WAITING) {
          Thread.sleep(1);
        }
      }
    }
    for (var thread : all) {
      assertThat(thread.join(Duration.ofMinutes(1))).isTrue();
    }
    assertThat(order).hasSize(7);
    assertThat(order.subList(0, 3))
        .as("whoever came last, behind six of two accounts")
        .contains(third);
  }

  private static void takes(Turn turn, MemberId who, List<MemberId> order) {
    try (var _ = turn.take(who, Duration.ofMinutes(1))) {
      order.add(who);
    } catch (CageRefused busy) {
      order.clear();
    }
  }

  @Test
  void all_that_runs_within_one_turn_ends_with_it() throws Exception {
    var now = new AtomicLong();
    var turn = new Turn(now::get);
    var decoder = new SoundDecoder(new Ffmpeg(Inquiry.of(() -> "7.1"), turn));
    try (var _ = decoder.turn().take(one, Duration.ZERO)) {
      now.addAndGet(Turn.LONGEST.toNanos() - 5);
      assertThat(turn.left()).isEqualTo(Duration.ofNanos(5));
      now.addAndGet(5);
      assertThatThrownBy(() -> decoder.wav(new byte[100])).hasMessage("cage.time");
      assertThatThrownBy(() -> decoder.marks(new byte[100])).hasMessage("cage.time");
    }
    assertThat(turn.left()).isEqualTo(Turn.LONGEST);
  }

  @Test
  void whoever_is_interrupted_waits_no_longer() throws Exception {
    var turn = new Turn();
    try (var _ = turn.take(one, Duration.ZERO)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> turn.take(other, Duration.ofMinutes(1))).hasMessage("cage.busy");
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
