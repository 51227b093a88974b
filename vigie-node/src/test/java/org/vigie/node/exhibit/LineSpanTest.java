package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineSpanTest {

  @Test
  void reads_lines_as_people_write_them() {
    assertThat(LineSpan.parse("77, 12-40; 41 and 1 204"))
        .containsExactly(new LineSpan(12, 41), new LineSpan(77, 77), new LineSpan(1204, 1204));
    assertThat(LineSpan.parse("40 – 12")).containsExactly(new LineSpan(12, 40));
    assertThat(LineSpan.parse("12-14.20-20"))
        .containsExactly(new LineSpan(12, 14), new LineSpan(20, 20));
  }

  @Test
  void passes_over_what_is_no_line() {
    assertThat(LineSpan.parse("none, 0, -")).isEmpty();
    assertThat(LineSpan.parse("9".repeat(400))).hasSizeLessThanOrEqualTo(200);
  }

  @Test
  void writes_what_it_reads() {
    var spans = List.of(new LineSpan(3, 3), new LineSpan(12, 40));
    assertThat(LineSpan.text(spans)).isEqualTo("3, 12-40");
    assertThat(LineSpan.parse(LineSpan.text(spans))).isEqualTo(spans);
  }
}
