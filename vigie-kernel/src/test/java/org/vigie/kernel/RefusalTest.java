package org.vigie.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RefusalTest {

  private static final class Refused extends Refusal {
    private static final long serialVersionUID = 1L;

    private Refused(Object... details) {
      super("import.unreadable", details);
    }
  }

  @Test
  void what_a_log_could_write_of_it_is_the_key_and_never_the_details() {
    var refused = new Refused("mulberry-school.txt", 3);
    var written = new StringWriter();
    new IllegalStateException("around it", refused).printStackTrace(new PrintWriter(written));
    assertThat(written.toString()).contains("import.unreadable").doesNotContain("mulberry");
    assertThat(refused).hasMessage("import.unreadable").hasNoCause();
    assertThat(refused.details()).containsExactly("mulberry-school.txt", 3);
  }
}
