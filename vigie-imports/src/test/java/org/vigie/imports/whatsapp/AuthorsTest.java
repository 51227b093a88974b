package org.vigie.imports.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.Reads;

class AuthorsTest {

  @Test
  void keeps_a_colon_within_a_name() throws Exception {
    var read =
        Reads.text(
            """
            15/01/2026, 18:04 - Ann: work: one
            15/01/2026, 18:05 - Bob: so: two
            15/01/2026, 18:06 - Ann: work: three
            15/01/2026, 18:07 - Bob: four
            15/01/2026, 18:08 - Ann: work: five: six
            """);
    assertThat(read.report().authors()).containsExactly("Ann: work", "Bob");
    assertThat(read.messages().stream().map(Message::text))
        .containsExactly("one", "so: two", "three", "four", "five: six");
    assertThat(read.report().warnings())
        .containsExactly(
            "names with a colon in them: 1;"
                + " every line of such a name goes on with the same words and a colon");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200E<attached: 00000001-AUDIO-2026-01-15-18-04-09.opus>",
        "<pièce jointe : 00000001-AUDIO-2026-01-15-18-04-09.opus>",
        "Location: https://maps.example.org/?q=48.1,2.1",
        "Missed voice call: tap to call back"
      })
  void takes_no_word_of_the_application_for_a_part_of_the_name(String sent) throws Exception {
    var line = "[15/01/2026, 18:04:09] Nur: " + sent + "\r\n";
    var read = Reads.text(line.repeat(4));
    assertThat(read.report().authors()).containsExactly("Nur");
    assertThat(read.report().warnings()).noneMatch(warning -> warning.contains("colon"));
    assertThat(read.messages())
        .hasSize(4)
        .allMatch(message -> message.kind() != Kind.TEXT || message.text().equals(sent));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Joe Leftwich", "Amy Left", "Sue Addedo"})
  void takes_no_name_for_the_words_of_the_application(String name) throws Exception {
    var read = Reads.text(("15/01/2026, 18:04 - " + name + ": hello\n").repeat(3));
    assertThat(read.report().authors()).containsExactly(name);
    assertThat(read.messages()).allMatch(message -> message.kind() == Kind.TEXT);
  }
}
