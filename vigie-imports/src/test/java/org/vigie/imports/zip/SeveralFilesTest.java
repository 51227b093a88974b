package org.vigie.imports.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.imports.DateOrder;
import org.vigie.imports.DateOrderBy;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Message;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;

class SeveralFilesTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Reads read(Zips zip) throws Exception {
    return Reads.bytes(zip.bytes(), ReadOptions.NONE);
  }

  private static byte[] part(int... times) {
    var records = new StringBuilder();
    for (var time : times) {
      records.append(records.isEmpty() ? "" : ",");
      records.append(
          "{\"sender_name\":\"Ann\",\"timestamp_ms\":"
              + time
              + "000,\"content\":\""
              + time
              + "\"}");
    }
    return bytes(
        "{\"participants\":[{\"name\":\"Ann\"}],\"messages\":[" + records + "],\"title\":\"Ann\"}");
  }

  @Test
  void reads_the_oldest_part_of_a_conversation_first() throws Exception {
    var read =
        read(
            new Zips()
                .deflated("inbox/ann_1/message_1.json", part(9, 8))
                .deflated("inbox/ann_1/message_10.json", part(2, 1))
                .deflated("inbox/ann_1/message_2.json", part(5, 4)));
    assertThat(read.messages().stream().map(Message::text))
        .containsExactly("1", "2", "4", "5", "8", "9");
    assertThat(read.messages().stream().map(Message::n)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(read.messages().getFirst().chat()).isEqualTo("inbox/ann_1/message_10.json");
    assertThat(read.report().source())
        .isEqualTo(
            "inbox/ann_1/message_10.json + inbox/ann_1/message_2.json +"
                + " inbox/ann_1/message_1.json");
    assertThat(read.report().bytesUnparsed()).isZero();
    assertThat(read.report().authors()).containsExactly("Ann");
  }

  @Test
  void reads_both_backups_of_one_program() throws Exception {
    var read =
        read(
            new Zips()
                .stored(
                    "sms.xml",
                    bytes(
                        "<smses count='1'><sms address='1' date='5000' type='1'"
                            + " body='x'/></smses>"))
                .stored(
                    "calls.xml",
                    bytes("<calls count='1'><call number='1' date='6000' type='3'/></calls>")));
    assertThat(read.messages()).hasSize(2);
  }

  @Test
  void leaves_contact_cards_that_came_with_a_chat_and_names_them() throws Exception {
    var read =
        read(
            new Zips()
                .stored("Ann.vcf", bytes("BEGIN:VCARD\nFN:Ann\nEND:VCARD\n"))
                .stored("_chat.txt", bytes("[15/01/2026, 18:04:05] A: x\n")));
    assertThat(read.only().text()).isEqualTo("x");
    assertThat(read.report().format()).isEqualTo("whatsapp-ios");
    assertThat(read.report().warnings())
        .containsExactly(
            "1 more files in the archive can be read on their own and were not: Ann.vcf");
  }

  private static final byte[] CLEAR = bytes("[15/01/2026, 18:04:05] A: x\n");
  private static final byte[] AMBIGUOUS = bytes("[01/02/2026, 18:04:05] A: y\n");
  private static final byte[] AMERICAN = bytes("[1/15/26, 18:04:05] A: z\n");

  @Test
  void asks_for_the_dates_of_any_file_by_its_name() {
    for (var names : List.of(List.of("a.txt", "b.txt"), List.of("b.txt", "a.txt"))) {
      assertThatThrownBy(() ->
              read(new Zips().stored(names.getFirst(), CLEAR).stored(names.getLast(), AMBIGUOUS)))
          .isInstanceOfSatisfying(
              ImportRefused.class,
              refused -> {
                assertThat(refused.key()).isEqualTo("import.date-order-ambiguous");
                assertThat(refused.details()).hasSize(5).last().isEqualTo(names.getLast());
              });
    }
  }

  @Test
  void gives_the_answer_to_those_files_alone_that_do_not_decide() throws Exception {
    var zip =
        new Zips()
            .stored("a.txt", CLEAR)
            .stored("b.txt", AMBIGUOUS)
            .stored("c.txt", AMERICAN)
            .bytes();
    for (var order : List.of(DateOrder.DMY, DateOrder.MDY)) {
      var read = Reads.bytes(zip, ReadOptions.NONE.withDateOrder(order));
      var y = order == DateOrder.DMY ? LocalDate.of(2026, 2, 1) : LocalDate.of(2026, 1, 2);
      assertThat(read.messages().stream().map(m -> String.valueOf(m.when().local())))
          .containsExactly("2026-01-15T18:04:05", y + "T18:04:05", "2026-01-15T18:04:05");
      assertThat(read.report().dates().order()).isEqualTo(order);
      assertThat(read.report().dates().by()).isEqualTo(DateOrderBy.OPTION);
      assertThat(read.report().bytesUnparsed()).isZero();
    }
  }

  @Test
  void asks_for_the_dates_of_call_logs_too() {
    var clear = bytes("Number,Date,Duration\n1,2026-01-15 10:00,5\n");
    var ambiguous = bytes("Number,Date,Duration\n1,01/02/2026 10:00,5\n");
    assertThatThrownBy(() -> read(new Zips().stored("a.csv", clear).stored("b.csv", ambiguous)))
        .hasMessage("import.date-order-ambiguous");
  }

  @Test
  void lists_a_later_file_that_cannot_be_read_and_refuses_a_first_one() throws Exception {
    var impossible = bytes("[15/02/2026, 18:04:05] A: y\n[02/15/2026, 18:04:05] A: y\n");
    var read = read(new Zips().stored("a.txt", CLEAR).stored("b.txt", impossible));
    assertThat(read.messages()).hasSize(1);
    assertThat(read.report().bytesUnparsed()).isEqualTo(impossible.length);
    assertThat(read.report().warnings())
        .containsExactly("b.txt: not read (import.date-order-impossible); give it alone");
    assertThatThrownBy(() -> read(new Zips().stored("a.txt", impossible).stored("b.txt", CLEAR)))
        .hasMessage("import.date-order-impossible");
  }
}
