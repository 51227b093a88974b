package org.vigie.matching.identifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNamesTest {

  @TestFactory
  Stream<DynamicTest> S_57_reads_every_published_vector_of_a_name() throws IOException {
    return vectors().stream()
        .map(v ->
            DynamicTest.dynamicTest(
                v[0] + " " + v[1] + " is person " + v[2],
                () -> assertThat(form(v[1])).isEqualTo(v[3])));
  }

  @Test
  void S_57_persons_of_the_vectors_are_one_form_each_and_no_form_is_two_persons()
      throws IOException {
    var forms = new HashMap<String, String>();
    var persons = new HashMap<String, String>();
    for (var vector : vectors()) {
      if (!vector[2].equals("-")) {
        assertThat(forms.computeIfAbsent(vector[2], p -> vector[3])).isEqualTo(vector[3]);
        assertThat(persons.computeIfAbsent(vector[3], f -> vector[2])).isEqualTo(vector[2]);
      }
    }
    assertThat(persons).hasSizeGreaterThan(25);
  }

  @ParameterizedTest
  @CsvSource({
    "Alim Tursun,Selim Tursun",
    "Alim Tursun,Alim Tursunov",
    "Hasan Karimi,Hossein Karimi",
    "جمال اکبری,جمیل اکبری",
    "Wang Fanhua,Wang Fanghua",
    "Xu Liqing,Shu Liqing",
    "Сара Орлова,Capa Opлoba",
    "A. Karimov,B. Karimov",
    "Tenzin Norbu,Tsering Norbu",
    "Нұрлан Серік,Нұржан Серік",
  })
  void S_57_different_names_do_not_merge(String one, String other) {
    assertThat(form(one)).startsWith("norm-v1|name|").isNotEqualTo(form(other));
  }

  @Test
  void every_vector_of_an_identifier_is_no_name() throws IOException {
    for (var vector : IdentifiersTest.vectors()) {
      if (vector[2].startsWith("norm-v1|") && !vector[0].contains("кай")) {
        assertThat(PersonNames.read(vector[0])).as(vector[0]).isEmpty();
      }
    }
  }

  private static String form(String name) {
    return PersonNames.read(name).map(Identifier::canonical).orElse("!");
  }

  static List<String[]> vectors() throws IOException {
    try (var in =
        Objects.requireNonNull(PersonNamesTest.class.getResourceAsStream("norm-v1-names.tsv"))) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> unescaped(line).split("\t", -1))
          .toList();
    }
  }

  private static String unescaped(String line) {
    return Pattern.compile("\\\\u([0-9A-F]{4})")
        .matcher(line)
        .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
  }
}
