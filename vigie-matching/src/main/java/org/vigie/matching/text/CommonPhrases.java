package org.vigie.matching.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Greetings and formulas of our languages, one of them a line. */
final class CommonPhrases {

  private CommonPhrases() {}

  static List<String> all() {
    try (var in =
        Objects.requireNonNull(CommonPhrases.class.getResourceAsStream("common-phrases.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
