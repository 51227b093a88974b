package org.vigie.imports.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.imports.DateOrder;
import org.vigie.imports.DateOrderBy;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Kind;
import org.vigie.imports.Precision;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;

class WhatsAppReaderTest {

  private static final String CALLER = "+852 5555 0134";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          15/01/2026, 18:04 - ; 2026-01-15T18:04
          15/01/26, 18:04 - ; 2026-01-15T18:04
          1/15/26, 6:04 PM - ; 2026-01-15T18:04
          1/15/26, 6:04\u202FPM - ; 2026-01-15T18:04
          1/15/26, 12:04\u00A0a.m. - ; 2026-01-15T00:04
          15/1/2026, 6:04 p. m. - ; 2026-01-15T18:04
          15.01.26 18.04.09 - ; 2026-01-15T18:04:09
          15.1.2026 klo 18.04.09 - ; 2026-01-15T18:04:09
          15/01/2026 à 18:04 - ; 2026-01-15T18:04
          15. 01. 2026. 18:04 - ; 2026-01-15T18:04
          2026-01-15, 18:04 - ; 2026-01-15T18:04
          2026-01-15, 18 h 04 - ; 2026-01-15T18:04
          2026/01/15, 18:04 - ; 2026-01-15T18:04
          2026. 1. 15. 오후 6:04 - ; 2026-01-15T18:04
          2026/1/15 下午6:04 - ; 2026-01-15T18:04
          2026/1/15 凌晨12:04 - ; 2026-01-15T00:04
          2026/1/15 中午12:04 - ; 2026-01-15T12:04
          2026年1月15日 18:04 - ; 2026-01-15T18:04
          15.01.2026 ÖS 6:04 - ; 2026-01-15T18:04
          [15/01/2026, 18:04:09]; 2026-01-15T18:04:09
          \u200E[15/01/2026, 18:04:09]; 2026-01-15T18:04:09
          [15.01.26, 18:04:09]; 2026-01-15T18:04:09
          [15\u200F/1\u200F/2026، 6:04:09\u202Fم]; 2026-01-15T18:04:09
          [١٥\u200F/١\u200F/٢٠٢٦، ٦:٠٤:٠٩\u00A0ص]; 2026-01-15T06:04:09
          ۲۰۲۶/۱/۱۵، ۱۸:۰۴ - ; 2026-01-15T18:04
          ۱۴۰۴/۱۰/۲۵، ۱۸:۰۴ - ; 2026-01-15T18:04
          ١٤٤٧/٧/٢٦، ١٨:٠٤ - ; 2026-01-15T18:04
          15/1/2569 BE, 18:04 - ; 2026-01-15T18:04
          15/1/69, 18:04 - ; 2026-01-15T18:04
          3/18/2565 BE, 6:04 PM - ; 2022-03-18T18:04
          [3/18/2565 BE, 6:04:09 PM]; 2022-03-18T18:04:09
          1/15/R8 18:04 - ; 2026-01-15T18:04
          R8/1/15 18:04 - ; 2026-01-15T18:04
          15/01/2026, 18:04:09:; 2026-01-15T18:04:09
          """)
  void reads_the_time_of_a_head(String head, String time) throws Exception {
    var export = head + " ";
    var message = Reads.text(export + CALLER + ": we know where you live\n").only();
    assertThat(message.when().local()).isEqualTo(LocalDateTime.parse(time));
    assertThat(message.when().offset()).isNull();
    assertThat(message.author()).isEqualTo(CALLER);
    assertThat(message.text()).isEqualTo("we know where you live");
    assertThat(message.kind()).isEqualTo(Kind.TEXT);
  }

  @Test
  void keeps_the_time_as_written() throws Exception {
    var when = Reads.text("[15/01/2026, 6:04:09\u202FPM] A: x").only().when();
    assertThat(when.raw()).isEqualTo("15/01/2026, 6:04:09\u202FPM");
    assertThat(when.precision()).isEqualTo(Precision.SECOND);
  }

  @Test
  void gives_an_offset_only_where_a_zone_is_given() throws Exception {
    var paris = ReadOptions.NONE.withZone(ZoneId.of("Europe/Paris"));
    assertThat(Reads.text("15/01/2026, 18:04 - A: x", paris).only().when().offset())
        .isEqualTo(ZoneOffset.ofHours(1));
    assertThat(Reads.text("25/10/2026, 02:30 - A: x", paris).only().flags())
        .containsExactly(Flag.AMBIGUOUS_HOUR);
    assertThat(Reads.text("29/03/2026, 02:30 - A: x", paris).only().flags())
        .containsExactly(Flag.IMPOSSIBLE_HOUR);
  }

  @Test
  void finds_the_date_order_by_value() throws Exception {
    var read = Reads.text("01/02/2026, 18:04 - A: x\n13/02/2026, 18:04 - A: y\n");
    assertThat(read.report().dates().order()).isEqualTo(DateOrder.DMY);
    assertThat(read.report().dates().by()).isEqualTo(DateOrderBy.VALUE);
  }

  @Test
  void finds_the_date_order_by_sequence() throws Exception {
    var read =
        Reads.text("03/02/2026, 18:04 - A: x\n04/02/2026, 18:04 - A: y\n01/03/2026, 09:00 - A: z");
    assertThat(read.report().dates().order()).isEqualTo(DateOrder.DMY);
    assertThat(read.report().dates().by()).isEqualTo(DateOrderBy.SEQUENCE);
    var american =
        Reads.text("2/3/26, 6:04 PM - A: x\n2/4/26, 6:04 PM - A: y\n3/1/26, 9:00 AM - A: z");
    assertThat(american.report().dates().order()).isEqualTo(DateOrder.MDY);
  }

  @Test
  void refuses_to_guess_and_shows_both_readings() {
    var export = "05/05/2026, 18:04 - A: x\n07/08/2026, 18:04 - A: y\n";
    assertThatThrownBy(() -> Reads.text(export))
        .isInstanceOfSatisfying(
            ImportRefused.class,
            refused -> {
              assertThat(refused.key()).isEqualTo("import.date-order-ambiguous");
              assertThat(refused.details())
                  .containsExactly(
                      "2", "07/08/2026, 18:04", "2026-08-07 (dmy)", "2026-07-08 (mdy)");
            });
  }

  @Test
  void takes_the_date_order_it_is_told() throws Exception {
    var export = "07/08/2026, 18:04 - A: y\n";
    var read = Reads.text(export, ReadOptions.NONE.withDateOrder(DateOrder.MDY));
    assertThat(read.only().when().local()).isEqualTo("2026-07-08T18:04:00");
    assertThat(read.report().dates().by()).isEqualTo(DateOrderBy.OPTION);
    assertThatThrownBy(() ->
            Reads.text("25/08/2026, 18:04 - A: y", ReadOptions.NONE.withDateOrder(DateOrder.MDY)))
        .hasMessage("import.date-order-impossible");
  }

  @Test
  void asks_when_a_year_of_two_digits_may_come_first() {
    assertThatThrownBy(() -> Reads.text("26-01-15, 18:04 - A: y"))
        .hasMessage("import.date-order-ambiguous");
  }

  @Test
  void needs_no_order_when_every_date_reads_the_same() throws Exception {
    assertThat(Reads.text("05/05/2026, 18:04 - A: x").report().dates().by())
        .isEqualTo(DateOrderBy.VALUE);
  }

  @Test
  void joins_the_lines_of_a_body() throws Exception {
    var read =
        Reads.text("15/01/2026, 18:04 - A: one\r\ntwo\r\n\r\nthree: 3\r\n15/01/2026, 18:05 - B: x");
    assertThat(read.messages().getFirst().text()).isEqualTo("one\ntwo\n\nthree: 3");
    assertThat(read.messages().get(1).line()).isEqualTo(5);
    assertThat(read.messages().get(1).n()).isEqualTo(2);
  }

  @Test
  void does_not_split_at_a_head_of_another_format() throws Exception {
    var read =
        Reads.text(
            """
            15/01/2026, 18:04 - A: he wrote
            [14/01/2026, 09:00:00] B: come home
            14/01/2026 at 9
            12:30 - 13:30
            14/1/26, 9:00 AM - B: come home
            15/01/2026, 18:05 - A: see?
            """);
    assertThat(read.messages()).hasSize(2);
    assertThat(read.messages().getFirst().text().lines()).hasSize(5);
  }

  @Test
  void does_not_split_where_time_goes_back() throws Exception {
    var read =
        Reads.text(
            """
            15/01/2026, 18:04 - A: he wrote
            14/01/2026, 09:00 - B: come home
            14/01/2026, 09:01 - B: or else
            15/01/2026, 18:05 - A: see?
            """);
    assertThat(read.messages()).hasSize(2);
    assertThat(read.messages().getFirst().flags()).containsExactly(Flag.HEADER_LIKE_LINE);
    assertThat(read.messages().getFirst().text()).endsWith("B: or else");
    assertThat(read.report().warnings()).hasSize(1);
    assertThat(read.report().authors()).containsExactly("A");
  }

  @Test
  void splits_where_the_clock_was_set_back() throws Exception {
    var read =
        Reads.text(
            """
            25/10/2026, 02:58 - A: one
            25/10/2026, 02:01 - A: two
            25/10/2026, 02:30 - A: three
            25/10/2026, 03:05 - A: four
            """);
    assertThat(read.messages()).hasSize(4);
    assertThat(read.messages().get(1).flags()).containsExactly(Flag.OUT_OF_ORDER);
  }

  @Test
  void believes_a_long_run_that_lies_back() throws Exception {
    var export = new StringBuilder("15/01/2026, 18:04 - A: one\n");
    for (var i = 0; i < 300; i++) {
      export.append("13/01/2026, 18:%02d - B: n%d\n".formatted(i / 6, i));
    }
    var read = Reads.text(export.toString());
    assertThat(read.messages()).hasSize(301);
    assertThat(read.messages().get(150).text()).isEqualTo("n149");
    assertThat(read.messages().get(150).line()).isEqualTo(151);
    assertThat(read.report().warnings()).anyMatch(w -> w.contains("line 2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          <Media omitted>; MEDIA; OMITTED
          <Médias omis>; MEDIA; OMITTED
          <Без медиафайлов>; MEDIA; OMITTED
          <Medya atlanmış>; MEDIA; OMITTED
          <تم استبعاد الوسائط>; MEDIA; OMITTED
          <میڈیا چھوڑ دیا گیا>; MEDIA; OMITTED
          <省略多媒体文件>; MEDIA; OMITTED
          \u200Eتصویر حذف شد; MEDIA; OMITTED
          \u200Eimage omitted; MEDIA; OMITTED
          \u200Eimage absente; MEDIA; OMITTED
          letter.pdf • \u200E2 pages \u200Edocument omitted; MEDIA; OMITTED
          This message was deleted; DELETED;
          \u200EThis message was deleted.; DELETED;
          Ce message a été supprimé; DELETED;
          这条消息已被删除。; DELETED;
          \u200EMissed voice call; CALL; MISSED
          \u200EMissed voice call, \u200ETap to call back; CALL; MISSED
          \u200EVoice call, \u200E5 min; CALL;
          Cevapsız sesli arama; CALL; MISSED
          未接语音通话; CALL; MISSED
          null; UNKNOWN; MAYBE_VIEW_ONCE
          see you \u200E<This message was edited>; TEXT; EDITED
          \u200EPOLL:; TEXT; POLL
          \u200ELocation: https://maps.example/1; TEXT; LOCATION
          location: https://maps.example/1; TEXT; LOCATION
          we never said: image omitted; TEXT;
          """)
  void tells_kinds_by_the_words_of_the_application(String body, Kind kind, @Nullable Flag flag)
      throws Exception {
    var message = Reads.text("[15/01/2026, 18:04:09] " + CALLER + ": " + body).only();
    assertThat(message.kind()).isEqualTo(kind);
    assertThat(message.text()).isEqualTo(body);
    assertThat(message.author()).isEqualTo(CALLER);
    if (flag == null) {
      assertThat(message.flags()).isEmpty();
    } else {
      assertThat(message.flags()).containsExactly(flag);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          \u200E<attached: 00000042-PHOTO-2026-01-15-18-04-09.jpg>; 00000042-PHOTO-2026-01-15-18-04-09.jpg
          letter.pdf • \u200E2 pages \u200E<pièce jointe : 00000043-letter.pdf>; 00000043-letter.pdf
          \u200E<прикреплено: 1.opus>; 1.opus
          \u200E<المُرفق: ١.opus>; ١.opus
          IMG-20260115-WA0000.jpg (file attached); IMG-20260115-WA0000.jpg
          \u200EIMG-20260115-WA0000.jpg (fichier joint); IMG-20260115-WA0000.jpg
          PTT-20260115-WA0001.opus (dosya ekli); PTT-20260115-WA0001.opus
          a photo.jpg (文件附件); a photo.jpg
          \u200E<attached: 00000042-AUDIO-2026-01-15-18-04-09>; 00000042-AUDIO-2026-01-15-18-04-09
          """)
  void names_attached_files(String body, String name) throws Exception {
    var read = Reads.text("[15/01/2026, 18:04:09] A: " + body + "\na caption");
    assertThat(read.only().kind()).isEqualTo(Kind.MEDIA);
    assertThat(read.only().media()).isEqualTo(name);
    assertThat(read.only().flags()).containsExactly(Flag.MISSING);
    assertThat(read.report().missingMedia()).containsExactly(name);
    assertThat(read.only().text()).endsWith("\na caption");
  }

  @Test
  void tells_contact_cards_that_are_attached() throws Exception {
    for (var body : new String[] {"Nur K.vcf (file attached)", "\u200E<attached: 7-Nur K.vcf>"}) {
      var card = Reads.text("[15/01/2026, 18:04:09] A: " + body).only();
      assertThat(card.media()).endsWith("Nur K.vcf");
      assertThat(card.flags()).containsExactly(Flag.MISSING, Flag.CONTACT);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          15/01/2026, 18:04 - Messages and calls are end-to-end encrypted. Tap to learn more.
          15/01/2026, 18:04 - Nur changed the group name from "Old: one" to "New: two"
          15/01/2026, 18:04 - Les messages et les appels sont chiffrés de bout en bout.
          15/01/2026, 18:04 - something no table knows
          [15/01/2026, 18:04:09] Nur: \u200EMessages and calls are end-to-end encrypted.
          [15/01/2026, 18:04:09] Nur: \u200EYour security code with Nur changed.
          [15/01/2026, 18:04:09] Café: \u200ENur added Alice
          """)
  void gives_lines_of_the_application_no_author(String export) throws Exception {
    var read = Reads.text(export);
    assertThat(read.only().kind()).isEqualTo(Kind.SYSTEM);
    assertThat(read.only().author()).isNull();
    assertThat(read.report().authors()).isEmpty();
  }

  @Test
  void a_mark_typed_before_words_of_the_application_takes_nobody_their_name() throws Exception {
    for (var text :
        List.of(
            "\u200EYour brother left the house at nine.",
            "\u200FYour brother left the house at nine.",
            "\u202AYou left your mother alone.")) {
      var message = Reads.text("15/01/2026, 18:04 - Handler: " + text).only();
      assertThat(message.author()).isEqualTo("Handler");
      assertThat(message.kind()).isEqualTo(Kind.TEXT);
      assertThat(message.text()).isEqualTo(text);
    }
  }

  @Test
  void strips_direction_marks_around_a_number_only() throws Exception {
    var message = Reads.text("15/01/2026, 18:04 - \u202A+33 6 39 98 00 01\u202C: \u202Ebad").only();
    assertThat(message.author()).isEqualTo("+33 6 39 98 00 01");
    assertThat(message.text()).isEqualTo("\u202Ebad");
  }

  @Test
  void reads_utf_16_with_and_without_a_mark() throws Exception {
    var export = "15/01/2026, 18:04 - A: ئالىم 😀\r\n15/01/2026, 18:05 - B: y\r\n";
    for (var bytes :
        new byte[][] {
          ("\uFEFF" + export).getBytes(StandardCharsets.UTF_16LE),
          ("\uFEFF" + export).getBytes(StandardCharsets.UTF_16BE),
          export.getBytes(StandardCharsets.UTF_16LE),
          export.getBytes(StandardCharsets.UTF_16BE)
        }) {
      var read = Reads.bytes(bytes, ReadOptions.NONE);
      assertThat(read.messages().getFirst().text()).isEqualTo("ئالىم 😀");
      assertThat(read.messages()).hasSize(2);
    }
  }

  @Test
  void lists_text_before_the_first_message() throws Exception {
    var read =
        Reads.text("the end of something\n15/01/2026, 18:04 - A: x\n15/01/2026, 18:05 - A: y");
    assertThat(read.report().bytesUnparsed()).isEqualTo(21);
    assertThat(read.report().warnings()).hasSize(1);
    assertThat(read.messages().getFirst().line()).isEqualTo(2);
  }

  @Test
  void cuts_a_message_longer_than_the_limit_and_lists_the_rest() throws Exception {
    var limits = new ImportLimits(1 << 20, 100, 10, 2, 100_000);
    var options = ReadOptions.NONE.withLimits(limits);
    var export = "15/01/2026, 18:04 - A: " + "x".repeat(500_000) + "\n15/01/2026, 18:05 - A: y";
    var read = Reads.text(export, options);
    assertThat(read.messages().getFirst().flags()).containsExactly(Flag.CUT);
    assertThat(read.messages().getFirst().text()).hasSizeGreaterThan(50_000);
    assertThat(read.messages().get(1).text()).isEqualTo("y");
    assertThat(read.report().bytesUnparsed()).isGreaterThan(300_000);
  }

  @Test
  void reads_a_line_of_ten_megabytes() throws Exception {
    var read = Reads.text("15/01/2026, 18:04 - A: " + "я".repeat(5_000_000) + "\n");
    assertThat(read.only().text()).hasSize(5_000_000);
  }

  @Test
  void shows_bytes_that_are_no_text() throws Exception {
    var bytes = "15/01/2026, 18:04 - A: caf? \0 x\n".getBytes(StandardCharsets.US_ASCII);
    bytes[26] = (byte) 0xE9;
    var read = Reads.bytes(bytes, ReadOptions.NONE);
    assertThat(read.only().text()).isEqualTo("caf\uFFFD \0 x");
    assertThat(read.only().flags()).containsExactly(Flag.MALFORMED_TEXT);
    assertThat(read.report().warnings()).hasSize(1);
  }
}
