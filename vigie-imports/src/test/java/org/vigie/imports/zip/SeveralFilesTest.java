package org.vigie.imports.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
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

  @Test
  void lists_a_later_file_that_cannot_be_read_and_refuses_a_first_one() throws Exception {
    var clear = bytes("[15/01/2026, 18:04:05] A: x\n");
    var ambiguous = bytes("[01/02/2026, 18:04:05] A: y\n");
    var read = read(new Zips().stored("a.txt", clear).stored("b.txt", ambiguous));
    assertThat(read.messages()).hasSize(1);
    assertThat(read.report().bytesUnparsed()).isEqualTo(ambiguous.length);
    assertThat(read.report().warnings())
        .containsExactly("b.txt: not read (import.date-order-ambiguous); give it alone");
    assertThatThrownBy(() -> read(new Zips().stored("a.txt", ambiguous).stored("b.txt", clear)))
        .hasMessage("import.date-order-ambiguous");
  }
}
