package org.vigie.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S-72 on the real disk: {@code kill -9} of a witness in the middle of its signatures. */
class KilledWitnessTest {

  private static final int KILLS = 6;
  private static final int BETWEEN = 23;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void S_72_a_witness_that_is_killed_never_signs_two_roots_of_one_size() throws Exception {
    var signed = new HashMap<String, String>();
    for (var i = 0; i < KILLS; i++) {
      signUntilKilled(signed, BETWEEN + i);
    }
    assertThat(signed).hasSizeGreaterThanOrEqualTo(KILLS * BETWEEN);
  }

  private void signUntilKilled(Map<String, String> signed, int lines) throws Exception {
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                SigningUntilKilled.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var said = 0;
    try (var out =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var heard = process.getOutputStream()) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        var parts = line.split(" ", 3);
        if (parts.length == 3 && parts[0].equals("signed")) {
          assertThat(signed.putIfAbsent(parts[1], parts[2])).as(parts[1]).isNull();
          said++;
        }
        if (said < lines) {
          heard.write('\n');
          heard.flush();
        } else if (said == lines) {
          // Through the handle, which leaves the pipe open for what was already written.
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    assertThat(said).isGreaterThanOrEqualTo(lines);
  }
}
