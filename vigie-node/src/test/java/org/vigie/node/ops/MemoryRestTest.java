package org.vigie.node.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryRestTest {

  @Test
  void collects_only_while_the_heap_is_larger_than_a_resting_node_needs() {
    var taken = new AtomicLong(MemoryRest.ENOUGH);
    var collected = new AtomicInteger();
    try (var rest = new MemoryRest(Duration.ofDays(1), taken::get, collected::incrementAndGet)) {
      rest.look();
      assertThat(collected).hasValue(0);
      taken.set(MemoryRest.ENOUGH + 1);
      rest.look();
      assertThat(collected).hasValue(1);
    }
  }
}
