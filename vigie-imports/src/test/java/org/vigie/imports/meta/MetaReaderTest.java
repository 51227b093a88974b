package org.vigie.imports.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.Moment;
import org.vigie.imports.Precision;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;
import org.vigie.imports.Words;
import org.vigie.testkit.Trials;

class MetaReaderTest {

  private static String thread(String... messages) {
    return "{\"participants\":[{\"name\":\"Nur\"},{\"name\":\"Ann\"}],\n\"messages\":[\n"
        + String.join(",\n", messages)
        + "],\n\"title\":\"Ann\",\"is_still_participant\":true,\"thread_path\":\"inbox\\/ann_1\"}";
  }

  private static String message(long time, String rest) {
    return "{\"sender_name\":\"Ann\",\"timestamp_ms\":" + time + "," + rest + "}";
  }

  private static Message one(String rest) throws Exception {
    return Reads.text(thread(message(1768496645123L, rest))).only();
  }

  /** As the download writes it: each byte of UTF-8 as an escape. */
  static String escaped(String text) {
    var out = new StringBuilder("\"");
    for (var b : text.getBytes(StandardCharsets.UTF_8)) {
      var c = (char) (b & 0xFF);
      if (c < 0x20 || c >= 0x7F || c == '"' || c == '\\') {
        var digits = Integer.toHexString(c);
        out.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  @Test
  void reads_the_counts_of_seconds_of_older_downloads() throws Exception {
    var old = "{\"sender_name\":\"Ann\",\"timestamp\":1768496645,\"content\":\"x\"}";
    assertThat(Reads.text(thread(old)).only().when())
        .isEqualTo(
            new Moment(
                LocalDateTime.of(2026, 1, 15, 17, 4, 5),
                ZoneOffset.UTC,
                "1768496645",
                Precision.SECOND));
  }

  @Test
  void mends_bytes_written_one_by_one() throws Exception {
    var message = one("\"content\":" + escaped("café 😀 ئالىم"));
    assertThat(message.text()).isEqualTo("café 😀 ئالىم");
    assertThat(message.flags()).containsExactly(Flag.MENDED);
    assertThat(message.author()).isEqualTo("Ann");
    assertThat(message.when().local())
        .isEqualTo(Instant.ofEpochSecond(1768496645).atOffset(ZoneOffset.UTC).toLocalDateTime());
    assertThat(message.when().raw()).isEqualTo("1768496645123");
  }

  @Test
  void leaves_what_cannot_have_been_meant_so() throws Exception {
    for (var text : List.of("caf\u00E9", "\u00C3", "\u4E2D\u00C3\u00A9", "plain")) {
      var message = one("\"content\":" + Words.quoted(text, true));
      assertThat(message.text()).isEqualTo(text);
      assertThat(message.flags()).isEmpty();
    }
  }

  @Test
  void puts_the_newest_last() throws Exception {
    var read =
        Reads.text(
            thread(
                message(3000, "\"content\":\"c\""),
                message(
                    2000,
                    "\"photos\":[{\"uri\":\"a/1.jpg\"},{\"uri\":\"a/2.jpg\"}],\"content\":\"b\""),
                message(1000, "\"content\":\"a\"")));
    assertThat(read.messages().stream().map(Message::text)).containsExactly("a", "b", "", "c");
    assertThat(read.messages().stream().map(Message::n)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(read.messages().stream().map(Message::line)).containsExactly(5L, 4L, 4L, 3L);
    assertThat(read.messages().get(1).media()).isEqualTo("a/1.jpg");
    assertThat(read.messages().get(2).media()).isEqualTo("a/2.jpg");
    assertThat(read.report().warnings()).anyMatch(w -> w.contains("newest first"));
    assertThat(read.report().bytesUnparsed()).isZero();
    assertThat(read.report().missingMedia()).hasSize(2);
  }

  @Test
  void leaves_a_file_in_the_order_of_time_as_it_is() throws Exception {
    var read =
        Reads.text(thread(message(1000, "\"content\":\"a\""), message(2000, "\"content\":\"b\"")));
    assertThat(read.messages().stream().map(Message::text)).containsExactly("a", "b");
    assertThat(read.report().warnings()).isEmpty();
  }

  @Test
  void tells_calls_deletions_and_lines_of_the_application() throws Exception {
    var call = one("\"content\":\"Ann called you.\",\"call_duration\":0,\"missed\":true");
    assertThat(call.kind()).isEqualTo(Kind.CALL);
    assertThat(call.flags()).containsExactly(Flag.MISSED);
    assertThat(one("\"is_unsent\":true").kind()).isEqualTo(Kind.DELETED);
    var joined = one("\"content\":\"Ann added Bob.\",\"type\":\"Subscribe\",\"users\":[]");
    assertThat(joined.kind()).isEqualTo(Kind.SYSTEM);
    assertThat(joined.author()).isNull();
    assertThat(one("\"content\":\"see\",\"share\":{\"link\":\"https://example.org\"}").text())
        .isEqualTo("see\nhttps://example.org");
    assertThat(one("\"sticker\":{\"uri\":\"s/1.png\",\"ai_stickers\":[]}").media())
        .isEqualTo("s/1.png");
  }

  @Test
  void reads_the_download_of_encrypted_conversations_without_mending() throws Exception {
    var read =
        Reads.text(
            """
            {"participants":["Nur","Ann"],"threadName":"Ann_1","messages":[
            {"isUnsent":false,"media":[],"reactions":[],"senderName":"Ann","text":"caf\u00C3\u00A9",
             "timestamp":1768496645123,"type":"text"},
            {"isUnsent":true,"media":[],"senderName":"Ann","text":"","timestamp":1768496645124,"type":"text"},
            {"isUnsent":false,"media":[{"uri":"./media/x.mp4"}],"senderName":"Ann","text":"",
             "timestamp":1768496645125,"type":"media"}]}
            """);
    assertThat(read.messages().get(0).text()).isEqualTo("caf\u00C3\u00A9");
    assertThat(read.messages().get(1).kind()).isEqualTo(Kind.DELETED);
    assertThat(read.messages().get(2).media()).isEqualTo("./media/x.mp4");
    assertThat(read.report().bytesUnparsed()).isZero();
  }

  @Test
  void lists_what_it_does_not_know() throws Exception {
    var read =
        Reads.text(
            thread(message(1000, "\"content\":\"a\""))
                .replace("\"title\"", "\"extra\":{\"a\":[1]},\"title\""));
    assertThat(read.report().warnings()).anyMatch(w -> w.contains("\"extra\" is no message"));
    assertThat(read.report().bytesUnparsed()).isPositive();
  }

  @Test
  void keeps_what_was_read_of_a_file_cut_off() throws Exception {
    var whole =
        thread(
            message(3000, "\"content\":\"c\""),
            message(2000, "\"content\":\"b\""),
            message(1, "\"content\":\"a\""));
    for (var length = 120; length < whole.length(); length++) {
      var read = Reads.text(whole.substring(0, length));
      assertThat(read.messages().size()).isLessThanOrEqualTo(3);
      assertThat(read.report().warnings()).isNotEmpty();
    }
  }

  @Test
  void reads_back_what_the_download_wrote() {
    Trials.forAll(
        60,
        (random, size) -> {
          var texts = new ArrayList<String>();
          var records = new ArrayList<String>();
          var newestFirst = random.nextBoolean();
          for (var i = 0; i < size + 1; i++) {
            texts.add(Words.text(random));
            records.add(
                message(1_600_000_000_000L + i * 1000L, "\"content\":" + escaped(texts.getLast())));
          }
          if (newestFirst) {
            Collections.reverse(records);
          }
          var read = Reads.text(thread(records.toArray(String[]::new)), ReadOptions.NONE);
          assertThat(read.messages().stream().map(Message::text)).isEqualTo(texts);
          assertThat(read.report().bytesUnparsed()).isZero();
        });
  }

  @Test
  void turns_round_more_messages_than_it_holds_at_once() throws Exception {
    var records = new ArrayList<String>();
    for (var i = 45_000; i > 0; i--) {
      records.add(message(i * 1000L, "\"content\":\"" + i + "\""));
    }
    var read = Reads.text(thread(records.toArray(String[]::new)));
    assertThat(read.messages()).hasSize(45_000);
    assertThat(read.messages()).allMatch(m -> m.text().equals(Long.toString(m.n())));
  }
}
