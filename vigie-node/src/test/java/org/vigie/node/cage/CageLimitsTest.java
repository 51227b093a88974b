package org.vigie.node.cage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CageLimitsTest {

  private static final long MIB = 1L << 20;

  private static CageLimits grown(long mebibytes) {
    return CageLimits.USUAL.grownFor(mebibytes * MIB);
  }

  @Test
  void S_85_a_small_document_has_what_it_always_had() {
    assertThat(grown(0)).isEqualTo(CageLimits.USUAL);
    assertThat(grown(16)).isEqualTo(CageLimits.USUAL);
  }

  @Test
  void a_longer_one_has_time_and_room_by_its_length_and_no_more_memory() {
    var grown = grown(16 + 400);
    assertThat(grown.wall()).isEqualTo(Duration.ofSeconds(30 + 200));
    assertThat(grown.cpuSeconds()).isEqualTo(20 + 100);
    assertThat(grown.outputBytes()).isEqualTo((1L << 30) + 800 * MIB);
    assertThat(grown.heapMiB()).isEqualTo(CageLimits.USUAL.heapMiB());
    assertThat(grown.parallel()).isEqualTo(CageLimits.USUAL.parallel());
  }

  @Test
  void S_85_however_long_it_is_it_is_ended() {
    for (var length : new long[] {4096 * MIB, 1L << 50, Long.MAX_VALUE / 4}) {
      var grown = CageLimits.USUAL.grownFor(length);
      assertThat(grown.wall()).isEqualTo(Duration.ofMinutes(10));
      assertThat(grown.cpuSeconds()).isEqualTo(300);
      assertThat(grown.outputBytes()).isLessThanOrEqualTo(CageLimits.MOST_OUTPUT);
    }
  }

  @Test
  void limits_that_are_wider_than_that_stay_as_they_are() {
    var wide = new CageLimits(Duration.ofHours(1), 3000, 64, 20L << 30, 1);
    assertThat(wide.grownFor(1L << 40)).isEqualTo(wide);
  }
}
