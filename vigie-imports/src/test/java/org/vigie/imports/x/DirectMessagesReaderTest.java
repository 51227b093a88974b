package org.vigie.imports.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;
import org.vigie.imports.Words;
import org.vigie.testkit.Trials;

class DirectMessagesReaderTest {

  private static final String START = "window.YTD.direct_messages.part0 = ";

  private static String conversation(String id, String... events) {
    return "{\n \"dmConversation\" : {\n \"conversationId\" : \""
        + id
        + "\",\n \"messages\" : [\n"
        + String.join(",\n", events)
        + "\n]}}";
  }

  private static String message(String at, String text, String rest) {
    return "{\"messageCreate\":{\"recipientId\":\"7\",\"reactions\":[],\"urls\":[],\"text\":"
        + Words.quoted(text, false)
        + ",\"mediaUrls\":["
        + rest
        + "],\"senderId\":\"42\",\"id\":\"9001\","
        + "\"createdAt\":\""
        + at
        + "\",\"editHistory\":[]}}";
  }

  @Test
  void reads_conversations_in_the_order_of_time() throws Exception {
    var read =
        Reads.text(
            START
                + "[\n"
                + conversation(
                    "42-7",
                    message("2026-01-15T18:04:06.123Z", "b", ""),
                    message("2026-01-15T18:04:05.123Z", "a", ""))
                + ",\n"
                + conversation("42-8", message("2026-01-16T18:04:05.123Z", "c", ""))
                + "\n]");
    assertThat(read.messages().stream().map(Message::text)).containsExactly("c", "a", "b");
    assertThat(read.messages().stream().map(Message::chat)).containsExactly("42-8", "42-7", "42-7");
    assertThat(read.messages().get(1).when().local())
        .isEqualTo(LocalDateTime.of(2026, 1, 15, 18, 4, 5));
    assertThat(read.messages().get(1).when().offset()).isEqualTo(ZoneOffset.UTC);
    assertThat(read.messages().get(1).author()).isEqualTo("42");
    assertThat(read.report().format()).isEqualTo("x-dm");
    assertThat(read.report().bytesUnparsed()).isZero();
  }

  @Test
  void finds_pictures_under_the_name_the_archive_gives_them() throws Exception {
    var url = "\"https://ton.twitter.com/dm/9001/1/abc.jpg\"";
    var text =
        START
            + "["
            + conversation("42-7", message("2026-01-15T18:04:05.123Z", "look", url + "," + url))
            + "]";
    var along = ReadOptions.NONE.withCompanions(Set.of("9001-abc.jpg"));
    var read = Reads.text(text, along);
    assertThat(read.messages()).hasSize(2);
    assertThat(read.messages().getFirst().kind()).isEqualTo(Kind.MEDIA);
    assertThat(read.messages().getFirst().text()).isEqualTo("look");
    assertThat(read.messages().getFirst().flags()).isEmpty();
    assertThat(Reads.text(text).messages().getFirst().flags()).containsExactly(Flag.MISSING);
  }

  @Test
  void tells_of_people_who_come_and_go() throws Exception {
    var read =
        Reads.text(
            "window.YTD.direct_messages_group.part1 = ["
                + conversation(
                    "5",
                    "{\"joinConversation\":{\"initiatingUserId\":\"42\",\"participantsSnapshot\":[\"7\",\"8\"],"
                        + "\"createdAt\":\"2026-01-15T18:04:05.123Z\"}}")
                + "]");
    assertThat(read.only().kind()).isEqualTo(Kind.SYSTEM);
    assertThat(read.only().text())
        .isEqualTo(
            "joinConversation initiatingUserId=42 participantsSnapshot=7 participantsSnapshot=8");
  }

  @Test
  void keeps_what_was_read_of_a_file_cut_off() throws Exception {
    var whole =
        START
            + "["
            + conversation(
                "42-7",
                message("2026-01-15T18:04:06.123Z", "b", ""),
                message("2026-01-15T18:04:05.123Z", "a", ""))
            + "]";
    for (var length = START.length() + 1; length < whole.length(); length++) {
      var read = Reads.text(whole.substring(0, length));
      assertThat(read.messages().size()).isLessThanOrEqualTo(2);
      assertThat(read.report().warnings()).isNotEmpty();
    }
  }

  @Test
  void refuses_other_scripts() {
    for (var other :
        new String[] {
          "window.YTD.tweets.part0 = []", "var a = []", START.replace("part0", "partX") + "[]"
        }) {
      assertThatThrownBy(() -> Reads.text(other)).hasMessage("import.unknown-format");
    }
  }

  @Test
  void reads_back_what_the_archive_wrote() {
    Trials.forAll(
        40,
        (random, size) -> {
          var texts = new ArrayList<String>();
          var events = new ArrayList<String>();
          for (var i = 0; i < size + 1; i++) {
            texts.add(Words.text(random));
            events.add(
                message(
                    Instant.ofEpochSecond(1_700_000_000 + i).toString().replace("Z", ".000Z"),
                    texts.getLast(),
                    ""));
          }
          Collections.reverse(events);
          var read =
              Reads.text(START + "[" + conversation("1-2", events.toArray(String[]::new)) + "]");
          assertThat(read.messages().stream().map(Message::text)).isEqualTo(texts);
          assertThat(read.report().bytesUnparsed()).isZero();
        });
  }
}
