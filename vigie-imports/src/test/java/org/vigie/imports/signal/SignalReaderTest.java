package org.vigie.imports.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.Reads;
import org.vigie.imports.Words;
import org.vigie.testkit.Trials;

class SignalReaderTest {

  private static final String AROUND =
      """
      {"version":"1","backupTimeMs":"1768496645123"}
      {"account":{"profileKey":"AAAA","givenName":"Nur","familyName":""}}
      {"recipient":{"id":"1","self":{}}}
      {"recipient":{"id":"2","contact":{"e164":"33639980001","profileGivenName":"Ann"}}}
      {"recipient":{"id":"3","group":{"snapshot":{"title":{"title":"Café"}}}}}
      {"chat":{"id":"8","recipientId":"2"}}
      {"chat":{"id":"9","recipientId":"3"}}
      """;

  private static String item(String chat, String author, String rest) {
    return "{\"chatItem\":{\"chatId\":\""
        + chat
        + "\",\"authorId\":\""
        + author
        + "\",\"dateSent\":\"1768496645123\","
        + rest
        + "}}\n";
  }

  private static String text(String words) {
    return "\"incoming\":{\"read\":true},\"standardMessage\":{\"text\":{\"body\":"
        + Words.quoted(words, false)
        + ",\"bodyRanges\":[]},\"attachments\":[]}";
  }

  private static Message one(String rest) throws Exception {
    return Reads.text(AROUND + item("8", "2", rest)).only();
  }

  @Test
  void names_people_and_chats_that_came_before() throws Exception {
    var read =
        Reads.text(
            AROUND
                + item("8", "2", text("hello"))
                + item(
                    "9", "1", "\"outgoing\":{},\"standardMessage\":{\"text\":{\"body\":\"yes\"}}")
                + item("9", "77", text("who")));
    var first = read.messages().getFirst();
    assertThat(first.author()).isEqualTo("Ann");
    assertThat(first.chat()).isEqualTo("Ann (+33639980001)");
    assertThat(first.text()).isEqualTo("hello");
    assertThat(first.line()).isEqualTo(8);
    var second = read.messages().get(1);
    assertThat(second.author()).isEqualTo("Nur");
    assertThat(second.chat()).isEqualTo("Café");
    assertThat(second.flags()).containsExactly(Flag.OUTGOING);
    assertThat(read.messages().get(2).author()).isEqualTo("recipient 77");
    assertThat(read.report().format()).isEqualTo("signal-jsonl");
    assertThat(read.report().bytesUnparsed()).isZero();
  }

  @Test
  void tells_what_is_not_words() throws Exception {
    assertThat(one("\"remoteDeletedMessage\":{}").kind()).isEqualTo(Kind.DELETED);
    assertThat(one("\"stickerMessage\":{\"sticker\":{\"emoji\":\"😀\"}}").flags())
        .containsExactly(Flag.OMITTED);
    var call =
        one(
            "\"updateMessage\":{\"individualCall\":{\"type\":\"AUDIO_CALL\",\"state\":\"MISSED\"}}");
    assertThat(call.kind()).isEqualTo(Kind.CALL);
    assertThat(call.text()).isEqualTo("individualCall type=AUDIO_CALL state=MISSED");
    assertThat(call.flags()).containsExactly(Flag.MISSED);
    var update = one("\"updateMessage\":{\"simpleUpdate\":{\"type\":\"IDENTITY_UPDATE\"}}");
    assertThat(update.kind()).isEqualTo(Kind.SYSTEM);
    assertThat(update.author()).isNull();
    assertThat(update.text()).isEqualTo("type=IDENTITY_UPDATE");
    var once =
        one("\"viewOnceMessage\":{\"attachment\":{\"pointer\":{\"contentType\":\"image/jpeg\"}}}");
    assertThat(once.flags()).containsExactly(Flag.OMITTED, Flag.VIEW_ONCE);
    assertThat(one("\"hologram\":{}").flags()).containsExactly(Flag.UNRECOGNISED);
    assertThat(one("\"poll\":{\"question\":\"When?\",\"options\":[{\"option\":\"Mon\"}]}").text())
        .isEqualTo("When?\n- Mon");
  }

  @Test
  void gives_a_message_for_each_file() throws Exception {
    var read =
        Reads.text(
            AROUND
                + item(
                    "8",
                    "2",
                    "\"standardMessage\":{\"text\":{\"body\":\"look\"},\"attachments\":["
                        + "{\"pointer\":{\"fileName\":\"a.jpg\"}},{\"pointer\":{\"contentType\":\"audio/aac\"}}]}"));
    assertThat(read.messages().getFirst().media()).isEqualTo("a.jpg");
    assertThat(read.messages().getFirst().text()).isEqualTo("look");
    assertThat(read.messages().getLast().flags()).containsExactly(Flag.OMITTED);
  }

  @Test
  void keeps_what_was_read_of_a_file_cut_off_and_lists_lines_it_does_not_know() throws Exception {
    var whole =
        AROUND + item("8", "2", text("one")) + "{\"surprise\":{}}\n" + item("8", "2", text("two"));
    var read = Reads.text(whole);
    assertThat(read.messages()).hasSize(2);
    assertThat(read.report().bytesUnparsed()).isEqualTo(15);
    assertThat(Reads.text(whole.substring(0, whole.length() - 5)).messages()).hasSize(1);
  }

  @Test
  void reads_what_programs_of_the_community_write() throws Exception {
    var sigtop =
        Reads.text(
            """
            [{"id":"a","type":"incoming","conversationId":"c1","source":"+33639980001","sent_at":1768496645123,
              "body":"hello","attachments":[{"contentType":"image/jpeg","fileName":"a.jpg"}]},
             {"id":"b","type":"outgoing","conversationId":"c1","sent_at":1768496646123,"body":"yes"},
             {"id":"c","type":"verified-change","conversationId":"c1","sent_at":1768496647123}]
            """);
    assertThat(sigtop.messages().getFirst().author()).isEqualTo("+33639980001");
    assertThat(sigtop.messages().getFirst().media()).isEqualTo("a.jpg");
    assertThat(sigtop.messages().get(1).flags()).containsExactly(Flag.OUTGOING);
    assertThat(sigtop.messages().get(2).kind()).isEqualTo(Kind.SYSTEM);
    assertThat(sigtop.report().bytesUnparsed()).isZero();
    var lines =
        Reads.text(
            """
            {"date": "2026-01-15 18:04:05", "sender": "Ann", "body": "one", "quote": "", "attachments": []}
            {"date": "2026-01-15 18:05:05", "sender": "Me", "body": "two", "quote": "", "attachments": []}
            """);
    assertThat(lines.messages().stream().map(Message::text)).containsExactly("one", "two");
    assertThat(lines.messages().getFirst().when().offset()).isNull();
    assertThat(lines.messages().getLast().flags()).containsExactly(Flag.OUTGOING);
    var wrapped =
        Reads.text(
            "{\"groups\":[{\"a\":1}],\"messages\":[{\"conversationId\":\"c\",\"body\":\"x\","
                + "\"timestamp\":1768496645123,\"type\":\"incoming\",\"source\":\"+1\"}]}");
    assertThat(wrapped.only().text()).isEqualTo("x");
    assertThat(wrapped.report().unparsed()).hasSize(1);
  }

  @Test
  void gives_words_of_a_kind_that_nobody_knows_to_whoever_wrote_them() throws Exception {
    var read =
        Reads.text(
            """
            [{"conversationId":"c","type":"story","source":"+1 555 0100","timestamp":1768496645,"body":"hi"},
             {"conversationId":"c","source":"+1 555 0100","timestamp":1768496646000,"body":"no kind"},
             {"conversationId":"c","type":"keychange","source":"+1 555 0100","timestamp":1768496647000}]
            """);
    var story = read.messages().getFirst();
    assertThat(story.author()).isEqualTo("+1 555 0100");
    assertThat(story.flags()).containsExactly(Flag.UNRECOGNISED);
    assertThat(story.when().local()).isEqualTo(LocalDateTime.of(2026, 1, 15, 17, 4, 5));
    assertThat(read.messages().get(1).kind()).isEqualTo(Kind.TEXT);
    assertThat(read.messages().get(1).flags()).isEmpty();
    assertThat(read.messages().get(2).kind()).isEqualTo(Kind.SYSTEM);
    assertThat(read.messages().get(2).author()).isNull();
  }

  @Test
  void reads_back_what_the_application_wrote() {
    Trials.forAll(
        40,
        (random, size) -> {
          var texts = new ArrayList<String>();
          var file = new StringBuilder(AROUND);
          for (var i = 0; i < size; i++) {
            texts.add(Words.text(random));
            file.append(item("8", "2", text(texts.getLast())));
          }
          var read = Reads.text(file.toString());
          assertThat(read.messages().stream().map(Message::text)).isEqualTo(texts);
          assertThat(read.report().bytesUnparsed()).isZero();
        });
  }
}
