package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.PartialDate;

class ReadMessageTest {

  private static ReadMessage at(String time) {
    return new ReadMessage(1, 1, time, "", "", "call", "", "", List.of(), "", 0, 1);
  }

  @Test
  void is_as_precise_as_the_source() {
    assertThat(at("2026-01-15T18:04:05+01:00").when())
        .contains(new PartialDate("2026-01-15T18:04"));
    assertThat(at("2026-01-15").when()).contains(new PartialDate("2026-01-15"));
    assertThat(at("").when()).isEmpty();
  }

  @Test
  void is_found_by_its_day_where_the_source_says_no_more() {
    assertThat(at("2026-01-15").local()).contains(LocalDateTime.of(2026, 1, 15, 0, 0));
    assertThat(at("2026-01-15").withoutZone()).as("there is no hour to be of a zone").isFalse();
    assertThat(at("").local()).isEmpty();
  }
}
