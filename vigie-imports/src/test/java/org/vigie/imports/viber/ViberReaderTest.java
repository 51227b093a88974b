package org.vigie.imports.viber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vigie.imports.Flag;
import org.vigie.imports.Message;
import org.vigie.imports.Reads;
import org.vigie.imports.Words;
import org.vigie.testkit.Trials;

class ViberReaderTest {

  @Test
  void reads_rows_without_a_heading() throws Exception {
    var read =
        Reads.text(
            """
            31/01/2026,18:04:05,Ann,+33 6 39 98 00 01,"hello, you"
            31/01/2026,18:05:05,Me,+33 6 39 98 00 02,one, two
            broken
            31/01/2026,18:06:05,,+33 6 39 98 00 01,three
            """);
    assertThat(read.messages().stream().map(Message::text))
        .containsExactly("hello, you", "one, two", "three");
    assertThat(read.messages().getFirst().author()).isEqualTo("Ann");
    assertThat(read.messages().getFirst().when().local())
        .isEqualTo(LocalDateTime.of(2026, 1, 31, 18, 4, 5));
    assertThat(read.messages().get(1).flags()).containsExactly(Flag.OUTGOING);
    assertThat(read.messages().get(2).author()).isEqualTo("+33 6 39 98 00 01");
    assertThat(read.report().bytesUnparsed()).isEqualTo(7);
  }

  @Test
  void says_so_where_a_quotation_mark_joins_two_messages() throws Exception {
    var read =
        Reads.text(
            """
            31/01/2026,18:04:05,Ann,+1 555 0100,"so he said
            31/01/2026,18:05:05,Me,+1 555 0101,"yes"
            31/01/2026,6:06:05\u202FPM,Ann,+1 555 0100,on 31/01/2026, at noon
            """);
    var joined = read.messages().getFirst();
    assertThat(joined.flags()).containsExactly(Flag.HEADER_LIKE_LINE);
    assertThat(read.report().warnings())
        .containsExactly("line 1: what looks like the next message is within this one");
    var last = read.messages().getLast();
    assertThat(last.flags()).isEmpty();
    assertThat(last.text()).isEqualTo("on 31/01/2026, at noon");
    assertThat(last.when().local()).isEqualTo(LocalDateTime.of(2026, 1, 31, 18, 6, 5));
  }

  @Test
  void asks_when_nothing_decides() {
    assertThatThrownBy(() -> Reads.text("01/02/2026,18:04:05,Ann,+1 555 0100,x\n"))
        .hasMessage("import.date-order-ambiguous");
  }

  @Test
  void reads_back_what_the_application_wrote() {
    Trials.forAll(
        40,
        (random, size) -> {
          var texts = new ArrayList<String>();
          var file = new StringBuilder();
          var at = LocalDateTime.of(2024, 1, 31, 0, 0);
          for (var i = 0; i < size; i++) {
            at = i == 0 ? at : at.plusSeconds(random.nextInt(200_000));
            texts.add(Words.text(random));
            file.append(
                String.format(Locale.ROOT, "%1$td/%1$tm/%1$tY,%1$tT,Ann,+1 555 0100,\"", at));
            file.append(texts.getLast().replace("\"", "\"\"")).append("\"\r\n");
          }
          var read = Reads.text(file.toString());
          assertThat(read.messages().stream().map(Message::text)).isEqualTo(texts);
          assertThat(read.report().bytesUnparsed()).isZero();
        });
  }
}
