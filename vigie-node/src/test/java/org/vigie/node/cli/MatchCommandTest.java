package org.vigie.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.SuppressForbidden;

@SuppressForbidden(reason = "reads what a command prints")
class MatchCommandTest {

  @TempDir private Path folder = Path.of("");
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @BeforeEach
  void catchesWhatIsPrinted() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void printsAgain() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void writes_pairs_of_different_cases() throws IOException {
    var file =
        file(
            """
            {"id":"m1","case":"A","text":"tél. 06 39 98 12 34"}
            {"id":"m2","case":"A","identifiers":["+33639981234"]}
            {"id":"m3","case":"B","identifiers":["0033 6 39 98 12 34"]}
            """);
    assertThat(CommandLineOfVigie.run("match", file, "--region", "FR")).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "{\"a\":\"m1\",\"b\":\"m3\",\"score\":1.0,\"because\":[\"number\"]}",
            "{\"a\":\"m2\",\"b\":\"m3\",\"score\":1.0,\"because\":[\"number\"]}");
  }

  @Test
  void writes_groups() throws IOException {
    var file =
        file("{\"id\":\"m1\",\"identifiers\":[\"@a_1\"]}\n{\"id\":\"m2\",\"text\":\"voir @A_1\"}");
    assertThat(CommandLineOfVigie.run("match", file, "--groups")).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"group\":1,\"ids\":[\"m1\",\"m2\"],\"because\":[\"handle\"]}\n");
  }

  @Test
  void names_the_line_that_is_malformed() throws IOException {
    var file = file("{\"id\":\"m1\"}\n".repeat(1200) + "{\"id\":\n");
    assertThat(CommandLineOfVigie.run("match", file)).isEqualTo(2);
    assertThat(complained.toString(StandardCharsets.UTF_8)).contains("1201").hasLineCount(1);
    assertThat(printed.size()).isZero();
  }

  @Test
  void refuses_wrong_usage() throws IOException {
    var file = file("{\"id\":\"m1\"}\n");
    assertThat(CommandLineOfVigie.run("match", file, "--threshold", "0")).isEqualTo(64);
    assertThat(CommandLineOfVigie.run("match", file, "--region", "Atlantis")).isEqualTo(64);
    assertThat(CommandLineOfVigie.run("match", file, "--pairs", "--groups")).isEqualTo(64);
    assertThat(CommandLineOfVigie.run("match")).isEqualTo(64);
  }

  @Test
  void says_when_there_is_no_file() {
    assertThat(CommandLineOfVigie.run("match", folder.resolve("none").toString())).isEqualTo(2);
  }

  private String file(String lines) throws IOException {
    return Files.writeString(folder.resolve("messages.jsonl"), lines).toString();
  }
}
