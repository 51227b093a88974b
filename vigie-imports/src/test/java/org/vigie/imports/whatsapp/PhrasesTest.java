package org.vigie.imports.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Reads;

class PhrasesTest {

  /** One line of the table. */
  record Row(String language, String place, String body, Kind kind, List<Flag> flags) {}

  static Stream<Row> rows() {
    try (var in = PhrasesTest.class.getResourceAsStream("phrases.tsv")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(part ->
              new Row(
                  part[0],
                  part[1],
                  part[2].replace("\\n", "\n"),
                  Kind.valueOf(part[3]),
                  part[4].isEmpty() ? List.of() : List.of(Flag.valueOf(part[4]))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void tells_what_the_application_wrote(Row row) throws Exception {
    if (!row.place().equals("ios")) {
      check(row, "15/01/2026, 18:04 - A: " + row.body());
    }
    if (!row.place().equals("android")) {
      check(row, "[15/01/2026, 18:04:05] A: \u200E" + row.body());
    }
  }

  private static void check(Row row, String export) throws Exception {
    var message = Reads.text(export).only();
    assertThat(message.kind()).isEqualTo(row.kind());
    assertThat(message.flags()).containsAll(row.flags());
    if (row.body().contains("1.jpg") || row.body().contains("PHOTO")) {
      assertThat(message.media()).endsWith(".jpg").doesNotContain("<", "(", ":");
    }
  }
}
