package org.vigie.node.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.ServedNode;
import org.vigie.node.cli.CommandLineOfVigie;

class HomeLockTest {

  @TempDir private Path home = Path.of("");
  @TempDir private Path temporary = Path.of("");

  @Test
  void one_home_has_one_node_and_the_next_after_it_was_killed() throws Exception {
    var words = new String[] {"serve", "--home", home.toString(), "--port", "0"};
    var node = ServedNode.quick(home, temporary);
    try {
      assertThat(CommandLineOfVigie.run(words)).isEqualTo(2);
    } finally {
      node.kill();
    }
    try (var again = ServedNode.quick(home, temporary)) {
      assertThat(again.port()).isPositive();
    }
  }

  @Test
  void is_refused_also_within_one_process_and_leaves_nothing_held() throws IOException {
    var folder = new Home(home);
    for (var turn = 0; turn < 2; turn++) {
      try (var _ = HomeLock.take(folder)) {
        assertThatExceptionOfType(HomeLock.Taken.class).isThrownBy(() -> HomeLock.take(folder));
      }
    }
    assertThat(Files.size(home.resolve("lock"))).isZero();
  }
}
