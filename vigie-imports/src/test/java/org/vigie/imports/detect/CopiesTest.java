package org.vigie.imports.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.imports.DateOrder;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;
import org.vigie.imports.zip.Zips;
import org.vigie.testkit.Trials;

class CopiesTest {

  private static byte[] export(List<String> texts, int from, int to) {
    var all = new StringBuilder();
    for (var i = from; i < to; i++) {
      all.append("[%02d/01/2026, 18:%02d:00] A: %s\n".formatted(13 + i / 60, i % 60, texts.get(i)));
    }
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> texts(int count) {
    var all = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      all.add("m" + i);
    }
    return all;
  }

  private static Reads read(Zips zip) throws Exception {
    return Reads.bytes(zip.bytes(), ReadOptions.NONE);
  }

  @Test
  void gives_messages_of_several_exports_of_one_chat_once() throws Exception {
    var texts = texts(100);
    var read =
        read(
            new Zips()
                .deflated(
                    "one.zip", new Zips().deflated("_chat.txt", export(texts, 30, 70)).bytes())
                .deflated(
                    "two.zip", new Zips().deflated("_chat.txt", export(texts, 0, 50)).bytes()));
    assertThat(read.messages().stream().map(Message::text).toList())
        .isEqualTo(texts.subList(0, 70));
    assertThat(read.messages().stream().map(Message::chat).distinct())
        .containsExactly("two.zip/_chat.txt");
    assertThat(read.report().warnings())
        .containsExactly(
            "one.zip/_chat.txt: 20 messages are the same as in other files of this chat"
                + " (two.zip/_chat.txt); 20 are given from it");
    assertThat(read.report().bytesUnparsed()).isEqualTo(export(texts, 30, 50).length);
    assertThat(read.messages().getLast().n()).isEqualTo(70);
  }

  @Test
  void keeps_what_stands_twice_in_one_export() throws Exception {
    var lines = "15/01/2026, 18:04 - A: ok\n".repeat(3).getBytes(StandardCharsets.UTF_8);
    var twice = "15/01/2026, 18:04 - A: ok\n".repeat(4).getBytes(StandardCharsets.UTF_8);
    var read = read(new Zips().deflated("a.txt", lines).deflated("b.txt", twice));
    assertThat(read.messages()).hasSize(4);
  }

  @Test
  void never_drops_a_message_that_was_sent_to_two_people() throws Exception {
    var greeting = "15/01/2026, 18:04 - A: happy new year\n15/01/2026, 18:04 - A: see you\n";
    var ann = greeting + "16/01/2026, 10:00 - B: thanks\n17/01/2026, 10:00 - B: when?\n";
    var nur = greeting + "16/01/2026, 11:00 - C: you too\n17/01/2026, 11:00 - C: where?\n";
    var read =
        read(
            new Zips()
                .deflated("ann.txt", ann.getBytes(StandardCharsets.UTF_8))
                .deflated("nur.txt", nur.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.messages()).hasSize(8);
    assertThat(read.report().bytesUnparsed()).isZero();
  }

  @Test
  void never_takes_what_one_sender_sent_to_two_people_for_one_chat() throws Exception {
    var threats = new StringBuilder();
    for (var i = 0; i < 6; i++) {
      threats.append("15/01/2026, 18:%02d - H: threat %d\n".formatted(i, i));
    }
    var ann = threats + "15/01/2026, 18:10 - A: who are you\n15/01/2026, 18:11 - A: stop\n";
    var nur = threats + "15/01/2026, 18:12 - N: leave us\n";
    assertThat(bothWays(ann, nur)).hasSize(15);
  }

  @Test
  void never_takes_words_for_a_file_that_was_left_out() throws Exception {
    var threat = "15/01/2026, 18:05 - A: your sister dies \u200Edocument omitted\n";
    var marked = "15/01/2026, 18:05 - A: \u200Eyour brother, too \u200Edocument omitted\n";
    var messages =
        bothWays(TEXTS + WITHOUT + threat + marked, TEXTS + with("1.jpg") + threat + marked);
    assertThat(messages).hasSize(6);
    assertThat(messages.stream().map(Message::text).toList())
        .contains(
            "your sister dies \u200Edocument omitted",
            "\u200Eyour brother, too \u200Edocument omitted");
  }

  @Test
  void says_of_each_file_that_its_dates_were_read_as_told() throws Exception {
    var one = "01/02/2026, 18:04 - A: one\n";
    var other = "03/04/2026, 18:04 - B: two\n";
    var zip =
        new Zips()
            .deflated("a.txt", one.getBytes(StandardCharsets.UTF_8))
            .deflated("b.txt", other.getBytes(StandardCharsets.UTF_8))
            .deflated("c.txt", "25/04/2026, 18:04 - C: x\n".getBytes(StandardCharsets.UTF_8));
    var read = Reads.bytes(zip.bytes(), ReadOptions.NONE.withDateOrder(DateOrder.MDY));
    assertThat(read.report().warnings())
        .containsExactly(
            "a.txt: nothing in it decides between day and month; read as told, mdy",
            "b.txt: nothing in it decides between day and month; read as told, mdy");
  }

  private static final String TEXTS =
      """
      15/01/2026, 18:04 - A: one
      15/01/2026, 18:05 - B: two
      15/01/2026, 18:06 - A: three
      """;
  private static final String WITHOUT = "15/01/2026, 18:05 - A: <Media omitted>\n";

  private static String with(String name) {
    return "15/01/2026, 18:05 - A: " + name + " (file attached)\n";
  }

  /** What is given of two exports of one chat, whichever comes first. */
  private static List<Message> bothWays(String one, String other) throws Exception {
    var bytes = one.getBytes(StandardCharsets.UTF_8);
    var others = other.getBytes(StandardCharsets.UTF_8);
    var read = read(new Zips().deflated("a.txt", bytes).deflated("b.txt", others));
    var turned = read(new Zips().deflated("a.txt", others).deflated("b.txt", bytes));
    assertThat(contents(turned)).containsExactlyInAnyOrderElementsOf(contents(read));
    assertThat(read.report().bytes()).isEqualTo(bytes.length + others.length);
    return read.messages();
  }

  private static List<String> contents(Reads read) {
    return read.messages().stream().map(m -> m.when().raw() + m.author() + m.text()).toList();
  }

  private static List<String> names(List<Message> messages) {
    return messages.stream()
        .filter(m -> m.kind() == Kind.MEDIA)
        .map(m -> String.valueOf(m.media()))
        .toList();
  }

  @Test
  void gives_pictures_once_by_their_names_where_one_export_has_none() throws Exception {
    var named = TEXTS + with("IMG-1.jpg") + with("IMG-2.jpg");
    var messages = bothWays(TEXTS + WITHOUT.repeat(2), named);
    assertThat(messages).hasSize(5);
    assertThat(names(messages)).containsExactly("IMG-1.jpg", "IMG-2.jpg");
    assertThat(messages).noneMatch(m -> m.flags().contains(Flag.OMITTED));
  }

  @Test
  void keeps_pictures_that_no_export_names() throws Exception {
    var messages = bothWays(TEXTS + WITHOUT.repeat(3), TEXTS + with("IMG-1.jpg") + WITHOUT);
    assertThat(names(messages)).containsExactlyInAnyOrder("IMG-1.jpg", "null", "null");
    assertThat(bothWays(TEXTS + WITHOUT.repeat(2), TEXTS + WITHOUT)).hasSize(5);
  }

  @Test
  void never_drops_a_picture_for_one_of_another_name() throws Exception {
    var messages = bothWays(TEXTS + with("IMG-1.jpg"), TEXTS + with("IMG-2.jpg") + WITHOUT);
    assertThat(names(messages)).containsExactlyInAnyOrder("IMG-1.jpg", "IMG-2.jpg");
  }

  @Test
  void never_drops_what_could_be_looked_at_once_or_words_below_a_picture() throws Exception {
    var once = "15/01/2026, 18:05 - A: View once photo\n";
    assertThat(bothWays(TEXTS + WITHOUT + once, TEXTS + with("IMG-1.jpg") + once)).hasSize(5);
    assertThat(bothWays(TEXTS + once, TEXTS + with("IMG-1.jpg"))).hasSize(5);
    var below = "15/01/2026, 18:05 - A: <Media omitted>\nask your mother\n";
    assertThat(bothWays(TEXTS + below, TEXTS + with("IMG-1.jpg")))
        .anyMatch(m -> m.text().contains("ask your mother"));
  }

  @Test
  void gives_every_message_once_however_exports_overlap() {
    Trials.forAll(
        60,
        (random, size) -> {
          var texts = texts(size);
          var zip = new Zips().deflated("whole.txt", export(texts, 0, size));
          var from = random.nextInt(size);
          var to = from + random.nextInt(size - from + 1);
          if (to > from) {
            zip.deflated("part.txt", export(texts, from, to));
          }
          var read = read(zip);
          var given = read.messages().stream().map(Message::text).toList();
          if (to - from >= 3) {
            assertThat(given).isEqualTo(texts);
          } else {
            assertThat(given).containsAll(texts).hasSize(size + to - from);
          }
        });
  }
}
