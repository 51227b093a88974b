package org.vigie.node.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.PartialDate;

class FormTest {

  private static Form form(String... fields) {
    var all = new LinkedHashMap<String, List<String>>();
    for (var i = 0; i < fields.length; i += 2) {
      all.put(fields[i], List.of(fields[i + 1]));
    }
    return Form.of(all);
  }

  @Test
  void reads_a_date_as_precisely_as_it_was_given() {
    assertThat(form("d.year", "2026").date("d")).contains(new PartialDate("2026"));
    assertThat(form("d.year", "2026", "d.month", "3").date("d"))
        .contains(new PartialDate("2026-03"));
    assertThat(form("d.year", "2026", "d.month", "3", "d.day", "5").date("d"))
        .contains(new PartialDate("2026-03-05"));
    var minute = form("d.year", "2026", "d.month", "3", "d.day", "5", "d.time", "18:04");
    assertThat(minute.date("d")).contains(new PartialDate("2026-03-05T18:04"));
    assertThat(form("d.year", "2026", "d.about", "yes").date("d"))
        .contains(new PartialDate("~2026"));
  }

  @Test
  void leaves_off_what_makes_no_date_and_refuses_nothing() {
    assertThat(form("d.month", "3").date("d")).isEmpty();
    assertThat(form("d.year", "soon").date("d")).isEmpty();
    assertThat(form("d.year", "2026", "d.month", "14").date("d")).contains(new PartialDate("2026"));
    assertThat(form("d.year", "2026", "d.month", "2", "d.day", "30").date("d"))
        .contains(new PartialDate("2026-02"));
    assertThat(form("d.year", "2026", "d.day", "5").date("d")).contains(new PartialDate("2026"));
  }

  @Test
  void forgets_the_frames_own_fields_and_on_request_every_secret() {
    var form = form("_csrf", "x", "told", "y", "passphrase", "z", "fresh", "z");
    assertThat(form.fields()).containsOnlyKeys("told", "passphrase", "fresh");
    assertThat(form.withoutSecrets().fields()).containsOnlyKeys("told");
  }
}
