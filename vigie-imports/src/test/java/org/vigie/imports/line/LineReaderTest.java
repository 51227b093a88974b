package org.vigie.imports.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vigie.imports.DateOrder;
import org.vigie.imports.DateOrderBy;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.Precision;
import org.vigie.imports.Reads;
import org.vigie.imports.Words;
import org.vigie.testkit.Trials;

class LineReaderTest {

  private static final String HEAD = "[LINE] Chat history with Ann\nSaved on: 2026/01/20 12:00\n\n";

  @Test
  void reads_a_chat() throws Exception {
    var read =
        Reads.text(
            HEAD
                + """
                2026/01/15(Thu)
                18:04\tAnn\thello
                18:05\tNur K\t"one
                two ""three\"""
                18:06\t\tAnn joined the chat.
                18:07\tAnn\t[Photo]
                18:08\tAnn\t☎ Missed call
                18:09\t\tAnn unsent a message.

                2026/01/16(Fri)
                00:01\tAnn\t[Location]
                """);
    var messages = read.messages();
    assertThat(messages).hasSize(7);
    assertThat(messages.get(0).when().local()).isEqualTo(LocalDateTime.of(2026, 1, 15, 18, 4));
    assertThat(messages.get(0).when().precision()).isEqualTo(Precision.MINUTE);
    assertThat(messages.get(0).author()).isEqualTo("Ann");
    assertThat(messages.get(0).line()).isEqualTo(5);
    assertThat(messages.get(1).author()).isEqualTo("Nur K");
    assertThat(messages.get(1).text()).isEqualTo("one\ntwo \"three\"");
    assertThat(messages.get(2).kind()).isEqualTo(Kind.SYSTEM);
    assertThat(messages.get(2).author()).isNull();
    assertThat(messages.get(3).flags()).containsExactly(Flag.OMITTED);
    assertThat(messages.get(4).kind()).isEqualTo(Kind.CALL);
    assertThat(messages.get(4).flags()).containsExactly(Flag.MISSED);
    assertThat(messages.get(5).kind()).isEqualTo(Kind.DELETED);
    assertThat(messages.get(6).when().local()).isEqualTo(LocalDateTime.of(2026, 1, 16, 0, 1));
    assertThat(messages.get(6).flags()).containsExactly(Flag.LOCATION);
    assertThat(read.report().bytesUnparsed()).isZero();
    assertThat(read.report().dates().by()).isEqualTo(DateOrderBy.VALUE);
  }

  @Test
  void reads_days_as_other_languages_write_them() throws Exception {
    for (var day :
        new String[] {
          "2026.01.15 Thursday",
          "2026/01/15（木）",
          "2026/01/15（週四）",
          "2026年1月15日 木曜日",
          "Thu, 1/15/2026",
          "Thu, 15/1/2026"
        }) {
      var read = Reads.text(HEAD + day + "\n下午06:04\tAnn\tx\n");
      assertThat(read.only().when().local()).isEqualTo(LocalDateTime.of(2026, 1, 15, 18, 4));
    }
  }

  @Test
  void finds_the_order_of_dates_by_the_day_of_the_week() throws Exception {
    var day = Reads.text(HEAD + "Fri, 2/1/2026\n18:04\tAnn\tx\n"); // the second of January
    assertThat(day.only().when().local()).isEqualTo(LocalDateTime.of(2026, 1, 2, 18, 4));
    var month = Reads.text(HEAD + "Sun, 2/1/2026\n18:04\tAnn\tx\n"); // the first of February
    assertThat(month.only().when().local()).isEqualTo(LocalDateTime.of(2026, 2, 1, 18, 4));
  }

  @Test
  void takes_a_day_that_somebody_typed_for_words() throws Exception {
    var read =
        Reads.text(
            HEAD
                + """
                2026/01/15(Thu)
                18:04\tAnn\t"come on

                2026/01/20(Tue)
                18:00 at the station"
                18:05\tNur\t"yes
                18:06\tAnn\tgood

                2026/01/16(Fri)
                00:01\tAnn\tthen on
                2026/01/21(Wed)
                """);
    assertThat(read.messages().stream().map(Message::text))
        .containsExactly(
            "come on\n\n2026/01/20(Tue)\n18:00 at the station",
            "\"yes",
            "good",
            "then on\n2026/01/21(Wed)");
    assertThat(read.messages().stream().map(m -> m.when().local()))
        .containsExactly(
            LocalDateTime.of(2026, 1, 15, 18, 4),
            LocalDateTime.of(2026, 1, 15, 18, 5),
            LocalDateTime.of(2026, 1, 15, 18, 6),
            LocalDateTime.of(2026, 1, 16, 0, 1));
    assertThat(read.report().warnings())
        .containsExactly(
            "1 lines look like the beginning of a day and stand otherwise than the rest; they were"
                + " taken for words");
  }

  @Test
  void reads_days_that_stand_close_where_all_do() throws Exception {
    var read =
        Reads.text(
            HEAD
                + "2026/01/15(Thu)\n18:04\tAnn\tx\n2026/01/16(Fri)\n18:04\tAnn\ty\n"
                + "2026/01/17(Sat)\n18:04\tAnn\tz\n");
    assertThat(read.messages().getLast().when().local())
        .isEqualTo(LocalDateTime.of(2026, 1, 17, 18, 4));
    assertThat(read.report().warnings()).isEmpty();
  }

  @Test
  void reads_halves_of_the_day_of_other_languages_and_years_of_other_calendars() throws Exception {
    for (var head : new String[] {"6:04 p. m.", "06:04\u00A0م", "오후 06:04", "6:04 ÖS"}) {
      var read = Reads.text(HEAD + "2569/01/15(Thu)\n" + head + "\tAnn\tx\n");
      assertThat(read.only().when().local()).isEqualTo(LocalDateTime.of(2026, 1, 15, 18, 4));
      assertThat(read.only().author()).isEqualTo("Ann");
      assertThat(read.report().warnings()).isEmpty();
    }
    var unknown = Reads.text(HEAD + "2026/01/15(Thu)\n6:04 xyz\tAnn\tx\n");
    assertThat(unknown.only().author()).isEqualTo("Ann");
    assertThat(unknown.report().warnings())
        .containsExactly("1 times may be before or after noon: the word beside them is not known");
  }

  @Test
  void keeps_messages_of_a_day_that_is_none() throws Exception {
    var read =
        Reads.text(HEAD + "2026/01/15(Thu)\n18:04\tAnn\tx\n\n2026/02/31(Tue)\n18:04\tAnn\ty\n");
    assertThat(read.messages()).hasSize(2);
    assertThat(read.messages().getLast().when().local()).isNull();
    assertThat(read.messages().getLast().when().raw()).isEqualTo("2026/02/31(Tue) 18:04");
  }

  @Test
  void asks_when_nothing_decides() {
    assertThatThrownBy(() -> Reads.text(HEAD + "2/1/2026\n18:04\tAnn\tx\n"))
        .hasMessage("import.date-order-ambiguous");
  }

  @Test
  void gives_no_name_where_names_cannot_be_told_from_words() throws Exception {
    var read = Reads.text(HEAD + "2026.01.15 Thursday\n18:04 Ann B hello there\n");
    assertThat(read.only().author()).isNull();
    assertThat(read.only().text()).isEqualTo("Ann B hello there");
    assertThat(read.report().warnings()).hasSize(1);
  }

  @Test
  void lists_words_before_the_first_time() throws Exception {
    var read = Reads.text(HEAD + "2026/01/15(Thu)\nlost words\n18:04\tAnn\tx\n");
    assertThat(read.messages()).hasSize(1);
    assertThat(read.report().bytesUnparsed()).isPositive();
  }

  @Test
  void reads_back_what_the_application_wrote() {
    Trials.forAll(
        40,
        (random, size) -> {
          var texts = new ArrayList<String>();
          var file = new StringBuilder(HEAD);
          var at = LocalDateTime.of(2024, 1, 1, 0, 0);
          var day = -1;
          for (var i = 0; i < size; i++) {
            at = at.plusMinutes(random.nextInt(2000));
            if (at.getDayOfYear() != day) {
              file.append(String.format(Locale.ROOT, "\n%1$tY/%1$tm/%1$td(Mon)\n", at));
              day = at.getDayOfYear();
            }
            var text = Words.text(random);
            texts.add(text);
            var written = text.contains("\n") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
            file.append(String.format(Locale.ROOT, "%tR\tAnn\t", at)).append(written).append('\n');
          }
          var read = Reads.text(file.toString());
          assertThat(read.messages().stream().map(Message::text)).isEqualTo(texts);
          assertThat(read.report().dates().order()).isEqualTo(DateOrder.YMD);
          assertThat(read.report().bytesUnparsed()).isZero();
        });
  }
}
