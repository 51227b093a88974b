package org.vigie.imports.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.vigie.imports.Flag;
import org.vigie.imports.Message;
import org.vigie.imports.Precision;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;
import org.vigie.imports.Words;
import org.vigie.testkit.Trials;

class VCardReaderTest {

  @Test
  void reads_a_card_with_its_lines_unfolded() throws Exception {
    var read =
        Reads.text(
            """
            BEGIN:VCARD\r
            VERSION:3.0\r
            FN:Élodie\r
            TEL;TYPE=CELL:+33 6 39 98\r
              00 01\r
            PHOTO;ENCODING=b;TYPE=JPEG:AAAA\r
             BBBB\r
            END:VCARD\r
            """);
    var card = read.only();
    assertThat(card.text()).isEqualTo("FN:Élodie\nTEL;TYPE=CELL:+33 6 39 98 00 01");
    assertThat(card.flags()).containsExactly(Flag.CONTACT, Flag.EMBEDDED);
    assertThat(card.author()).isNull();
    assertThat(card.when().local()).isNull();
    assertThat(card.when().precision()).isEqualTo(Precision.UNKNOWN);
    assertThat(read.report().bytesUnparsed()).isZero();
    assertThat(read.report().first()).isNull();
  }

  @Test
  void decodes_what_old_phones_wrote() throws Exception {
    var read =
        Reads.text(
            """
            BEGIN:VCARD
            VERSION:2.1
            N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89lodie;=
            Caf=C3=A9
            TEL;CELL:+1 555 0100
            END:VCARD
            """);
    assertThat(read.only().text()).isEqualTo("N:Élodie;Café\nTEL;CELL:+1 555 0100");
  }

  @Test
  void lists_what_stands_between_cards_and_says_when_one_has_no_end() throws Exception {
    var read =
        Reads.text("BEGIN:VCARD\nFN:A\nEND:VCARD\nwhat\nBEGIN:VCARD\nFN:B\nBEGIN:VCARD\nFN:C");
    assertThat(read.messages().stream().map(Message::text)).containsExactly("FN:A", "FN:B", "FN:C");
    assertThat(read.report().bytesUnparsed()).isEqualTo(5);
    assertThat(read.report().warnings()).hasSize(4);
  }

  @Test
  void reads_utf_16() throws Exception {
    var text = "\uFEFFBEGIN:VCARD\r\nFN:王伟\r\nEND:VCARD\r\n";
    for (var charset :
        new java.nio.charset.Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
      assertThat(Reads.bytes(text.getBytes(charset), ReadOptions.NONE).only().text())
          .isEqualTo("FN:王伟");
    }
  }

  @Test
  void reads_back_what_a_phone_wrote() {
    Trials.forAll(
        40,
        (random, size) -> {
          var texts = new ArrayList<String>();
          var file = new StringBuilder();
          var lineEnd = random.nextBoolean() ? "\r\n" : "\n";
          for (var i = 0; i < size; i++) {
            var note = "NOTE:" + Words.text(random).replace("\n", "\\n").replace("\t", " ");
            texts.add("FN:" + Words.name(random) + "\n" + note);
            file.append("BEGIN:VCARD").append(lineEnd).append("VERSION:3.0").append(lineEnd);
            file.append(folded(texts.getLast(), lineEnd)).append(lineEnd);
            file.append("END:VCARD").append(lineEnd);
          }
          var read = Reads.text(file.toString());
          assertThat(read.messages().stream().map(Message::text)).isEqualTo(texts);
          assertThat(read.report().bytesUnparsed()).isZero();
        });
  }

  private static String folded(String lines, String lineEnd) {
    var out = new StringBuilder();
    for (var line : lines.split("\n", -1)) {
      out.append(out.isEmpty() ? "" : lineEnd);
      for (var i = 0; i < line.length(); i++) {
        out.append(
            i > 0 && i % 30 == 0 && !Character.isLowSurrogate(line.charAt(i)) ? lineEnd + " " : "");
        out.append(line.charAt(i));
      }
    }
    return out.toString();
  }
}
