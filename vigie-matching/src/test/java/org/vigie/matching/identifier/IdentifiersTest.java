package org.vigie.matching.identifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class IdentifiersTest {

  @TestFactory
  Stream<DynamicTest> S_57_reads_every_published_vector() throws IOException {
    return vectors().stream()
        .map(v ->
            DynamicTest.dynamicTest(
                v[0] + " in " + v[1],
                () -> assertThat(answer(Identifiers.read(v[0], region(v)))).isEqualTo(v[2])));
  }

  @Test
  void S_57_look_alike_letters_do_not_merge() {
    assertThat(Identifiers.read("@k\u0430ysar_x", null))
        .isNotEqualTo(Identifiers.read("@kaysar_x", null));
    assertThat(Identifiers.read("https://ex\u0430mple.org/a", null))
        .isNotEqualTo(Identifiers.read("https://example.org/a", null));
  }

  @Test
  void S_57_every_vector_of_a_number_is_found_in_a_sentence() throws IOException {
    for (var v : vectors()) {
      if (v[2].contains("|tel|") && !v[0].startsWith("http")) {
        var text = "Il a dit: appelez " + v[0] + " avant demain, 5 fois.";
        assertThat(canonicals(text, region(v))).as(v[0]).containsExactly(v[2]);
      }
    }
  }

  @Test
  void finds_everything_in_one_text_in_its_order() {
    var text =
        "Salam! +852 5555 0134, ou @Kaysar_X (telegram: @other_1), agent@example.org; voir"
            + " https://example.org/a?utm_source=z. واتساپ ۰۰۸۵۲۵۵۵۵۰۱۳۵ 微信：abc_123。";
    assertThat(canonicals(text, "FR"))
        .containsExactly(
            "norm-v1|tel|+85255550134",
            "norm-v1|handle|any|kaysar_x",
            "norm-v1|handle|telegram|other_1",
            "norm-v1|mail|agent@example.org",
            "norm-v1|url|example.org/a",
            "norm-v1|tel|+85255550135",
            "norm-v1|handle|wechat|abc_123");
  }

  @Test
  void finds_a_profile_both_as_link_and_as_handle() {
    assertThat(canonicals("https://t.me/Kaysar_X", null))
        .containsExactly("norm-v1|handle|telegram|kaysar_x", "norm-v1|url|t.me/Kaysar_X");
  }

  @Test
  void finds_no_number_in_dates_amounts_and_times() {
    var text =
        "Le 15/01/2026 à 18:04, ref 2026-01-15, 1 250 000 tenge, page 12345, 20260115,"
            + " 15.01.2026, 3117, 18h30-19h45, 100%";
    assertThat(canonicals(text, "FR")).isEmpty();
    assertThat(canonicals(text, "HK")).isEmpty();
  }

  @Test
  void finds_nothing_in_plain_words() {
    assertThat(canonicals("Signal: demain. Telegram: non. Fin.Le reste... k@sar a@b", "FR"))
        .isEmpty();
  }

  @Test
  void takes_no_half_of_a_handle_that_an_invisible_character_cuts() {
    assertThat(canonicals("écris à @kay\u200Bsar_x", null)).isEmpty();
  }

  @Test
  void tells_where_it_found_each() {
    var text = "tél \u202A+852 5555 0134\u202C, merci";
    var found = Identifiers.findIn(text, null).getFirst();
    assertThat(text.substring(found.start(), found.end())).isEqualTo("+852 5555 0134");
  }

  static List<String> canonicals(String text, @Nullable String region) {
    return Identifiers.findIn(text, region).stream().map(f -> f.identifier().canonical()).toList();
  }

  static String answer(Reading reading) {
    return switch (reading) {
      case Reading.Read(var identifier) -> identifier.canonical();
      case Reading.Unreadable(var key) -> "!" + key;
    };
  }

  private static @Nullable String region(String[] vector) {
    return vector[1].equals("-") ? null : vector[1];
  }

  static List<String[]> vectors() throws IOException {
    try (var in =
        Objects.requireNonNull(IdentifiersTest.class.getResourceAsStream("norm-v1.tsv"))) {
      var vectors = new ArrayList<String[]>();
      for (var line : new String(in.readAllBytes(), UTF_8).split("\n", -1)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          vectors.add(unescaped(line).split("\t", -1));
        }
      }
      return vectors;
    }
  }

  private static String unescaped(String line) {
    return Pattern.compile("\\\\u([0-9A-F]{4})")
        .matcher(line)
        .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
  }
}
