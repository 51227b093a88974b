package org.vigie.matching.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PhrasesTest {

  @TestFactory
  Stream<DynamicTest> reads_every_published_vector() throws IOException {
    try (var in =
        Objects.requireNonNull(PhrasesTest.class.getResourceAsStream("norm-v1-phrases.tsv"))) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.replace("\\u200B", "\u200B").split("\t", -1))
          .map(v -> DynamicTest.dynamicTest(v[1], () -> assertThat(form(v)).isEqualTo(v[2])));
    }
  }

  private static String form(String[] vector) {
    return switch (vector[0]) {
      case "quote" -> Phrases.quote(vector[1]).orElse("!");
      case "office" -> Phrases.office(vector[1]).orElse("!");
      default -> throw new IllegalArgumentException(vector[0]);
    };
  }

  @Test
  void another_word_is_another_sentence() {
    assertThat(Phrases.quote("We know where your brother works."))
        .isNotEqualTo(Phrases.quote("We know where your mother works."));
    assertThat(Phrases.office("police of Kelmur"))
        .isNotEqualTo(Phrases.office("police of Darvane"));
  }
}
