package org.vigie.evidence.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[{},[],true,false,null]",
        "{\"a\":1,\"b\":-2,\"c\":\"\u00e9\ud83d\ude00\"}",
        "\"\\\"\\\\\\b\\t\\n\\f\\r\\u0001/\"",
        "9007199254740991",
        "0",
      })
  void is_written_back_as_read(String json) throws JsonRefused {
    assertThat(new String(JsonWriter.write(JsonReader.read(json.getBytes(UTF_8))), UTF_8))
        .isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " {}",
        "{} ",
        "{\"b\":1,\"a\":2}",
        "{\"a\":1,\"a\":2}",
        "{\"a\": 1}",
        "[1,]",
        "[1",
        "{\"a\"}",
        "{a:1}",
        "01",
        "-0",
        "-",
        "1.0",
        "1e3",
        "9007199254740992",
        "99999999999999999999",
        "\"\\u0041\"",
        "\"\\ud800\"",
        "\"\\u001F\"",
        "\"\\/\"",
        "\"\\x\"",
        "\"\t\"",
        "\"open",
        "tru",
        "nul",
        "NaN",
        "[1]]",
      })
  void refuses_every_other_spelling(String json) {
    assertThatExceptionOfType(JsonRefused.class)
        .isThrownBy(() -> JsonReader.read(json.getBytes(UTF_8)));
  }

  @Test
  void refuses_depth_length_and_bytes_that_are_not_UTF_8() {
    var deep = "[".repeat(100_000).getBytes(UTF_8);
    var latin = "\"\u00e9\"".getBytes(ISO_8859_1);

    assertThatExceptionOfType(JsonRefused.class).isThrownBy(() -> JsonReader.read(deep));
    assertThatExceptionOfType(JsonRefused.class).isThrownBy(() -> JsonReader.read(latin));
    assertThatExceptionOfType(JsonRefused.class)
        .isThrownBy(() -> JsonReader.read(new byte[JsonReader.MAX_LENGTH + 1]));
  }

  @Test
  void says_when_a_member_is_missing_or_of_another_kind() throws JsonRefused {
    var object = JsonReader.read("{\"a\":1,\"b\":true}".getBytes(UTF_8)).object();

    assertThat(object.integer("a")).isEqualTo(1);
    assertThat(object.truth("b")).isTrue();
    assertThatExceptionOfType(JsonRefused.class).isThrownBy(() -> object.text("a"));
    assertThatExceptionOfType(JsonRefused.class).isThrownBy(() -> object.list("a"));
    assertThatExceptionOfType(JsonRefused.class).isThrownBy(() -> object.text("c"));
    assertThatExceptionOfType(JsonRefused.class).isThrownBy(() -> Json.of(1).object());
  }
}
