package org.vigie.node.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UploadPaceTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-15T18:04:00Z"));
  private final UploadProgress progress = new UploadProgress(1_000_000);
  private final UploadPace pace = new UploadPace(now::get, progress);

  private void after(int seconds) {
    now.updateAndGet(instant -> instant.plusSeconds(seconds));
  }

  @Test
  void S_88_a_body_that_only_drips_is_refused() throws UploadCut {
    after(59);
    pace.came(1);
    after(2);
    assertThatThrownBy(() -> pace.came(2))
        .isInstanceOfSatisfying(
            UploadCut.class,
            cut -> assertThat(cut.refusal().key()).isEqualTo("shell.upload.too-slow"));
  }

  @Test
  void a_bad_line_is_slow_but_welcome() throws UploadCut {
    for (var i = 1; i <= 100; i++) {
      after(10);
      pace.came(i * 5_000L);
    }
    assertThat(progress.percent()).isEqualTo(50);
  }

  @Test
  void stops_when_its_member_asks() {
    progress.stop();
    assertThatThrownBy(() -> pace.came(10)).isInstanceOf(UploadCut.class);
  }
}
