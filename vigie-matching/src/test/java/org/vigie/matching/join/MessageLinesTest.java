package org.vigie.matching.join;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageLinesTest {

  @Test
  void reads_every_key_and_ignores_others() throws Exception {
    var line =
        "{\"more\":{\"id\":[1,{}]},\"id\":\"m1\",\"case\":\"A\",\"text\":\"t\\u00e9\",\"time\":\"x\","
            + "\"identifiers\":[\"+852\",\"@a\"]}";
    assertThat(read(line.getBytes(UTF_8)))
        .containsExactly(new Message("m1", "A", "té", List.of("+852", "@a")));
  }

  @Test
  void reads_messages_with_nothing_but_their_id() throws Exception {
    var lines = "\uFEFF{\"id\":\"m1\"}\r\n\n{\"id\":\"m2\",\"case\":null,\"identifiers\":null}";
    assertThat(read(lines.getBytes(UTF_8)))
        .containsExactly(
            new Message("m1", null, null, List.of()), new Message("m2", null, null, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "7",
        "{\"case\":\"A\"}",
        "{\"id\":7}",
        "{\"id\":null}",
        "{\"id\":\"m\",\"text\":7}",
        "{\"id\":\"m\",\"text\":{}}",
        "{\"id\":\"m\",\"identifiers\":\"+852\"}",
        "{\"id\":\"m\",\"identifiers\":[7]}",
        "{\"id\":\"m\",\"identifiers\":[\"a\"",
        "{\"id\":\"m\"} {\"id\":\"n\"}",
        "{\"id\":\"m\"",
        "not json"
      })
  void refuses_a_malformed_line_by_its_number(String line) {
    var lines = "{\"id\":\"m0\"}\n\n" + line + "\n";
    assertThatThrownBy(() -> read(lines.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            MatchRefused.class,
            refused -> {
              assertThat(refused.key()).isEqualTo("match.line-malformed");
              assertThat(refused.details()).containsExactly(3L);
            });
  }

  @Test
  void refuses_what_is_not_utf_8() {
    assertThatThrownBy(() -> read("{\"id\":\"é\"}".getBytes(ISO_8859_1)))
        .isInstanceOf(MatchRefused.class);
  }

  private static List<Message> read(byte[] lines) throws Exception {
    var messages = new ArrayList<Message>();
    MessageLines.read(new ByteArrayInputStream(lines), messages::add);
    return messages;
  }
}
