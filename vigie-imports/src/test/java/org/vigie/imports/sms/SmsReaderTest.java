package org.vigie.imports.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;

class SmsReaderTest {

  private static String smses(String inside) {
    return "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"
        + "<!--File Created By SMS Backup & Restore v10.15 on 15/01/2026-->\n"
        + "<smses count=\"1\" backup_set=\"x\">\n"
        + inside
        + "\n</smses>\n";
  }

  private static String sms(String type, String body) {
    return "  <sms protocol=\"0\" address=\"+33 6 39 98 00 01\" date=\"1768496645123\" type=\""
        + type
        + "\" subject=\"null\" body=\""
        + body
        + "\" toa=\"null\" service_center=\"null\" read=\"1\""
        + " status=\"-1\" readable_date=\"15 janv. 2026 18:04:05\" contact_name=\"(Unknown)\" />";
  }

  @Test
  void reads_a_text_message() throws Exception {
    var read = Reads.text(smses(sms("1", "l&apos;eau &amp; le feu&#10;deux")));
    var message = read.only();
    assertThat(message.author()).isEqualTo("+33 6 39 98 00 01");
    assertThat(message.chat()).isEqualTo("+33 6 39 98 00 01");
    assertThat(message.text()).isEqualTo("l'eau & le feu\ndeux");
    assertThat(message.when().local()).isEqualTo(LocalDateTime.of(2026, 1, 15, 17, 4, 5));
    assertThat(message.when().offset()).isEqualTo(ZoneOffset.UTC);
    assertThat(message.when().raw()).isEqualTo("1768496645123");
    assertThat(message.line()).isEqualTo(4);
    assertThat(message.flags()).isEmpty();
    assertThat(read.report().format()).isEqualTo("sms-xml");
    assertThat(read.report().bytesUnparsed()).isZero();
    assertThat(read.report().warnings()).isEmpty();
  }

  @Test
  void shows_instants_in_the_zone_that_was_given() throws Exception {
    var told = ReadOptions.NONE.withZone(ZoneId.of("Europe/Paris"));
    var when = Reads.text(smses(sms("1", "x")), told).only().when();
    assertThat(when.local()).isEqualTo(LocalDateTime.of(2026, 1, 15, 18, 4, 5));
    assertThat(when.offset()).isEqualTo(ZoneOffset.ofHours(1));
  }

  @Test
  void tells_what_was_sent_from_what_was_not() throws Exception {
    var sent = Reads.text(smses(sms("2", "x"))).only();
    assertThat(sent.author()).isNull();
    assertThat(sent.chat()).isEqualTo("+33 6 39 98 00 01");
    assertThat(sent.flags()).containsExactly(Flag.OUTGOING);
    for (var type : new String[] {"3", "4", "5", "6"}) {
      assertThat(Reads.text(smses(sms(type, "x"))).only().flags())
          .containsExactly(Flag.OUTGOING, Flag.UNSENT);
    }
    assertThat(Reads.text(smses(sms("9", "x"))).only().flags()).containsExactly(Flag.UNRECOGNISED);
  }

  @Test
  void names_a_contact_beside_the_number() throws Exception {
    var read = Reads.text(smses(sms("1", "x").replace("(Unknown)", "Ann")));
    assertThat(read.only().chat()).isEqualTo("Ann (+33 6 39 98 00 01)");
    assertThat(read.only().author()).isEqualTo("+33 6 39 98 00 01");
  }

  @Test
  void puts_halves_of_a_character_together_as_the_program_writes_them() throws Exception {
    assertThat(Reads.text(smses(sms("1", "&#55357;&#56832;!"))).only().text()).isEqualTo("😀!");
    var lone = Reads.text(smses(sms("1", "&#55357;!&#56832;"))).only();
    assertThat(lone.text()).isEqualTo("\uFFFD!\uFFFD");
    assertThat(lone.flags()).containsExactly(Flag.MALFORMED_TEXT);
  }

  @Test
  void reads_a_picture_message_with_its_sender_and_each_file() throws Exception {
    var mms =
        """
          <mms date="1768496645000" msg_box="1" address="+1 555 0100~+1 555 0101" sub="null"
            m_type="132" contact_name="(Unknown)">
            <parts>
              <part seq="-1" ct="application/smil" name="null" text="&lt;smil/&gt;" />
              <part seq="0" ct="text/plain" name="null" cl="t.txt" text="look" />
              <part seq="0" ct="image/jpeg" name="a.jpg" cl="a.jpg" text="null" data="%s" />
              <part seq="0" ct="image/png" name="null" cl="null" text="null" data="AAAA" />
            </parts>
            <addrs>
              <addr address="+1 555 0101" type="137" charset="106" />
              <addr address="+1 555 0100" type="151" charset="106" />
            </addrs>
          </mms>
        """
            .formatted("QUJD".repeat(50_000));
    var read = Reads.text(smses(mms));
    assertThat(read.messages()).hasSize(2);
    var first = read.messages().getFirst();
    assertThat(first.author()).isEqualTo("+1 555 0101");
    assertThat(first.kind()).isEqualTo(Kind.MEDIA);
    assertThat(first.text()).isEqualTo("look");
    assertThat(first.media()).isEqualTo("a.jpg");
    assertThat(first.flags()).containsExactly(Flag.EMBEDDED);
    var second = read.messages().getLast();
    assertThat(second.media()).isEqualTo("image/png");
    assertThat(second.author()).isEqualTo("+1 555 0101");
    assertThat(second.when()).isEqualTo(first.when());
    assertThat(first.range().length()).isGreaterThan(200_000);
    assertThat(read.report().missingMedia()).isEmpty();
  }

  @Test
  void says_of_a_message_never_fetched_that_it_is_left_out() throws Exception {
    var read =
        Reads.text(
            smses(
                "<mms date=\"1768496645000\" msg_box=\"1\" address=\"+1 555 0100\""
                    + " m_type=\"130\"/>"));
    assertThat(read.only().kind()).isEqualTo(Kind.MEDIA);
    assertThat(read.only().flags()).containsExactly(Flag.OMITTED);
  }

  @Test
  void reads_calls() throws Exception {
    var calls = new StringBuilder("<calls count=\"7\">");
    for (var type = 1; type <= 7; type++) {
      calls.append("<call number=\"+1 555 0100\" duration=\"35\" date=\"1768496645000\" type=\"");
      calls.append(type).append("\" presentation=\"1\" contact_name=\"Ann\" />\n");
    }
    var read = Reads.text(calls + "</calls>");
    assertThat(read.messages()).allMatch(m -> m.kind() == Kind.CALL);
    assertThat(read.messages().stream().map(Message::text))
        .containsExactly(
            "incoming duration=35",
            "outgoing duration=35",
            "missed duration=35",
            "voicemail duration=35",
            "rejected duration=35",
            "blocked duration=35",
            "answered-elsewhere duration=35");
    assertThat(read.messages().get(1).author()).isNull();
    assertThat(read.messages().get(1).flags()).containsExactly(Flag.OUTGOING);
    assertThat(read.messages().get(2).flags()).containsExactly(Flag.MISSED);
    assertThat(read.report().format()).isEqualTo("calls-xml");
  }

  @Test
  void says_that_a_number_was_hidden() throws Exception {
    var read =
        Reads.text(
            "<calls count=\"1\"><call number=\"\" duration=\"0\" date=\"1768496645000\""
                + " type=\"3\" presentation=\"2\" /></calls>");
    assertThat(read.only().author()).isNull();
    assertThat(read.only().text()).isEqualTo("missed duration=0 number=restricted");
  }

  @Test
  void leaves_a_byte_order_mark_out() throws Exception {
    var read = Reads.text("\uFEFF" + smses(sms("1", "x")));
    assertThat(read.only().text()).isEqualTo("x");
    assertThat(read.report().bytesUnparsed()).isZero();
  }

  @Test
  void warns_when_fewer_records_are_there_than_promised() throws Exception {
    var read = Reads.text(smses(sms("1", "x")).replace("count=\"1\"", "count=\"5\""));
    assertThat(read.report().warnings())
        .containsExactly("the file says it holds 5 records; 1 are there");
  }

  @Test
  void S_80_opens_no_file_and_expands_no_entity(@TempDir Path folder) throws Exception {
    var secret = Files.writeString(folder.resolve("secret"), "top secret");
    var document =
        "<!DOCTYPE s [<!ENTITY x SYSTEM '"
            + secret.toUri()
            + "'><!ENTITY y 'lol'>"
            + "<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x.dtd'> %p;]>"
            + smses(sms("1", "&x;&y;")).substring(57);
    var read = Reads.text(document);
    assertThat(read.only().text()).isEqualTo("&x;&y;");
    assertThat(read.only().flags()).containsExactly(Flag.MALFORMED_TEXT);
  }

  @Test
  void lists_what_is_no_message() throws Exception {
    var read = Reads.text(smses(sms("1", "x") + "<rcs a='1'><b/></rcs> words " + sms("1", "y")));
    assertThat(read.messages()).hasSize(2);
    assertThat(read.report().unparsed()).hasSize(1);
    assertThat(read.report().bytesUnparsed()).isEqualTo(30);
    assertThat(read.report().warnings().getFirst()).contains("\"rcs\" is no message");
  }

  @Test
  void keeps_what_was_read_of_a_file_cut_off_or_damaged() throws Exception {
    var whole = smses(sms("1", "one") + "\n" + sms("1", "two"));
    for (var length = 200; length < whole.length() - 2; length++) {
      var read = Reads.text(whole.substring(0, length));
      assertThat(read.messages().size()).isLessThanOrEqualTo(2);
      assertThat(read.report().warnings()).isNotEmpty();
    }
    var damaged = Reads.text(smses(sms("1", "one") + "<sms body=x />" + sms("1", "two")));
    assertThat(damaged.messages()).hasSize(1);
    assertThat(damaged.report().bytesUnparsed()).isPositive();
  }

  @Test
  void stops_at_nesting_attributes_and_names_without_end() throws Exception {
    for (var hostile :
        new String[] {
          "<a>".repeat(1000),
          "<sms " + "a='1' ".repeat(1000),
          "<" + "n".repeat(1000),
          "<sms a='",
          "<!DOCTYPE",
          "<!-- ",
          "<![CDATA[",
          "&#xFFFFFFFFFFFF;",
          "</x>",
          "<sms a=\"&#0;\"/>"
        }) {
      var read = Reads.text(smses(sms("1", "one") + hostile));
      assertThat(read.messages().getFirst().text()).isEqualTo("one");
    }
  }

  @Test
  void refuses_other_xml() {
    for (var other :
        new String[] {"<html></html>", "<svg/>", "<smses2/>", "<?xml version='1.0'?>"}) {
      assertThatThrownBy(() -> Reads.text(other)).hasMessage("import.unknown-format");
    }
  }
}
