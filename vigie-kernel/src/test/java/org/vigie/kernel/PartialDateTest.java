package org.vigie.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartialDateTest {

  @Test
  void knows_the_first_and_last_day_it_can_mean() {
    assertThat(new PartialDate("2024-02").earliest()).isEqualTo(LocalDate.of(2024, 2, 1));
    assertThat(new PartialDate("2024-02").latest()).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(new PartialDate("~2024").latest()).isEqualTo(LocalDate.of(2024, 12, 31));
    assertThat(new PartialDate("2026-01-15T18:04").latest()).isEqualTo(LocalDate.of(2026, 1, 15));
  }

  @Test
  void says_how_precise_it_is() {
    assertThat(new PartialDate("2026").precision()).isEqualTo("year");
    assertThat(new PartialDate("~2026-01").precision()).isEqualTo("month");
    assertThat(new PartialDate("2026-01-15").precision()).isEqualTo("day");
    assertThat(new PartialDate("2026-01-15T18:04").precision()).isEqualTo("minute");
    assertThat(new PartialDate("~2026").estimated()).isTrue();
  }

  @Test
  void refuses_what_is_no_date() {
    for (var text :
        List.of("", "26", "2026-13", "2026-02-30", "2026-01-15 18:04", "2026-01-15T25:00")) {
      assertThatThrownBy(() -> new PartialDate(text)).isInstanceOf(IllegalArgumentException.class);
      assertThat(PartialDate.parse(text)).isEmpty();
    }
  }

  @Test
  void sorts_by_time() {
    assertThat(new PartialDate("2026-01-15T18:04")).isGreaterThan(new PartialDate("2026-01-15"));
    assertThat(new PartialDate("~2025-12")).isLessThan(new PartialDate("2026"));
  }
}
