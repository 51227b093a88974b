package org.vigie.imports.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.Precision;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;
import org.vigie.imports.detect.Exports;
import org.vigie.imports.memory.Repeated;

class TelegramJsonReaderTest {

  private static final String HEAD =
      """
      {
       "name": "Nur",
       "type": "personal_chat",
       "id": 4242,
       "messages": [
      """;

  private static String chat(String... messages) {
    return HEAD + String.join(",\n", messages) + "\n ]\n}";
  }

  private static String message(String rest) {
    return """
    {
     "id": 1, "type": "message", "date": "2026-01-15T18:04:05",
     "date_unixtime": "1768496645", "from": "Nur", "from_id": "user7", %s
    }\
    """
        .formatted(rest);
  }

  private static Message one(String rest) throws Exception {
    return Reads.text(chat(message(rest))).only();
  }

  @Test
  void reads_a_message_with_the_offset_that_its_two_times_tell() throws Exception {
    var read = Reads.text(chat(message("\"text\": \"hello\"")));
    var message = read.only();
    assertThat(message.when().local()).isEqualTo(LocalDateTime.of(2026, 1, 15, 18, 4, 5));
    assertThat(message.when().offset()).isEqualTo(ZoneOffset.ofHours(1));
    assertThat(message.when().raw()).isEqualTo("2026-01-15T18:04:05");
    assertThat(message.when().precision()).isEqualTo(Precision.SECOND);
    assertThat(message.author()).isEqualTo("Nur");
    assertThat(message.kind()).isEqualTo(Kind.TEXT);
    assertThat(message.text()).isEqualTo("hello");
    assertThat(message.line()).isEqualTo(6);
    assertThat(message.chat()).isNull();
    assertThat(read.report().format()).isEqualTo("telegram-json");
    assertThat(read.report().bytesUnparsed()).isZero();
    assertThat(read.report().authors()).containsExactly("Nur");
    assertThat(read.report().warnings()).isEmpty();
  }

  @Test
  void leaves_old_exports_without_a_zone_unless_one_is_given() throws Exception {
    var old =
        chat(
            "{\"id\":1,\"type\":\"message\",\"date\":\"2026-01-15T18:04:05\","
                + "\"from\":\"Nur\",\"text\":\"x\"}");
    assertThat(Reads.text(old).only().when().offset()).isNull();
    var told = ReadOptions.NONE.withZone(ZoneId.of("Asia/Tokyo"));
    assertThat(Reads.text(old, told).only().when().offset()).isEqualTo(ZoneOffset.ofHours(9));
  }

  @Test
  void leaves_a_byte_order_mark_out() throws Exception {
    var read = Reads.text("\uFEFF" + chat(message("\"text\": \"hello\"")));
    assertThat(read.only().text()).isEqualTo("hello");
    assertThat(read.report().bytesUnparsed()).isZero();
  }

  @Test
  void joins_the_pieces_of_a_text() throws Exception {
    var message =
        one(
            "\"text\": [\"see \", {\"type\":\"link\",\"text\":\"https://example.org\"}, \" now\"],"
                + "\"text_entities\": [{\"type\":\"plain\",\"text\":\"see \"}]");
    assertThat(message.text()).isEqualTo("see https://example.org now");
    assertThat(message.flags()).isEmpty();
  }

  @Test
  void says_that_a_word_leads_elsewhere() throws Exception {
    var message =
        one(
            "\"text\":"
                + " [{\"type\":\"text_link\",\"text\":\"bank\",\"href\":\"https://x.example\"}]");
    assertThat(message.text()).isEqualTo("bank");
    assertThat(message.flags()).containsExactly(Flag.HIDDEN_LINK);
  }

  @Test
  void reads_escapes_that_are_no_json() throws Exception {
    assertThat(one("\"text\": \"a\\x01b\\x1Fc\"").text()).isEqualTo("a\u0001b\u001Fc");
    var odd = one("\"text\": \"\\q \\xZZ \\u12 \\uD83D!\"");
    assertThat(odd.text()).isEqualTo("\\q \\xZZ \\u12 \uFFFD!");
    assertThat(odd.flags()).containsExactly(Flag.MALFORMED_TEXT);
    assertThat(one("\"text\": \"\\uD83D\\uDE00\"").text()).isEqualTo("😀");
  }

  @Test
  void tells_files_from_sentences_about_files() throws Exception {
    var there = one("\"file\": \"files/a.ogg\", \"media_type\": \"voice_message\", \"text\": \"\"");
    assertThat(there.media()).isEqualTo("files/a.ogg");
    assertThat(there.flags()).containsExactly(Flag.MISSING);
    var out =
        one(
            "\"photo\": \"(File not included. Change data exporting settings to download.)\","
                + "\"text\": \"look\"");
    assertThat(out.kind()).isEqualTo(Kind.MEDIA);
    assertThat(out.media()).isNull();
    assertThat(out.text()).isEqualTo("look");
    assertThat(out.flags()).containsExactly(Flag.OMITTED);
    var along = ReadOptions.NONE.withCompanions(Set.of("a.ogg"));
    var read = Reads.text(chat(message("\"file\": \"files/a.ogg\", \"text\": \"\"")), along);
    assertThat(read.only().flags()).isEmpty();
  }

  @Test
  void marks_what_was_edited_forwarded_shown_once_or_a_place_a_card_a_vote() throws Exception {
    assertThat(one("\"edited_unixtime\": \"1768496700\", \"text\": \"x\"").flags())
        .containsExactly(Flag.EDITED);
    assertThat(one("\"forwarded_from\": \"Ann\", \"text\": \"x\"").flags())
        .containsExactly(Flag.FORWARDED);
    assertThat(
            one("\"self_destruct_period_seconds\": 5, \"photo\": \"p.jpg\", \"text\": \"\"")
                .flags())
        .containsExactly(Flag.MISSING, Flag.VIEW_ONCE);
    var place =
        one("\"location_information\": {\"latitude\": 48.85, \"longitude\": 2.35}, \"text\": \"\"");
    assertThat(place.text()).isEqualTo("48.85, 2.35");
    assertThat(place.flags()).containsExactly(Flag.LOCATION);
    var card =
        one(
            "\"contact_information\": {\"first_name\": \"Ann\", \"phone_number\": \"+1 555 0100\"},"
                + "\"text\": \"\"");
    assertThat(card.text()).isEqualTo("Ann +1 555 0100");
    assertThat(card.flags()).containsExactly(Flag.CONTACT);
    var poll =
        one(
            "\"poll\": {\"question\": \"When?\", \"answers\": [{\"text\": \"Mon\", \"voters\":"
                + " 2}]},\"text\": \"\"");
    assertThat(poll.text()).isEqualTo("When?\n- Mon (2)");
    assertThat(poll.flags()).containsExactly(Flag.POLL);
  }

  @Test
  void tells_calls_from_other_lines_of_the_application() throws Exception {
    var read =
        Reads.text(
            chat(
                service(
                    "\"action\": \"phone_call\", \"duration_seconds\": 35,"
                        + "\"discard_reason\": \"hangup\""),
                service("\"action\": \"phone_call\", \"discard_reason\": \"missed\""),
                service("\"action\": \"take_screenshot\""),
                service("\"action\": \"invite_members\", \"members\": [\"A\", \"B\"]")));
    var messages = read.messages();
    assertThat(messages.get(0).kind()).isEqualTo(Kind.CALL);
    assertThat(messages.get(0).author()).isEqualTo("Ann");
    assertThat(messages.get(0).text())
        .isEqualTo("phone_call duration_seconds=35 discard_reason=hangup");
    assertThat(messages.get(0).flags()).isEmpty();
    assertThat(messages.get(1).flags()).containsExactly(Flag.MISSED);
    assertThat(messages.get(2).kind()).isEqualTo(Kind.SYSTEM);
    assertThat(messages.get(2).author()).isNull();
    assertThat(messages.get(2).text()).isEqualTo("take_screenshot actor=Ann");
    assertThat(messages.get(3).text()).isEqualTo("invite_members actor=Ann members=A members=B");
  }

  private static String service(String rest) {
    return "{\"id\": 2, \"type\": \"service\", \"date\": \"2026-01-15T18:04:05\", \"actor\":"
        + " \"Ann\",\"actor_id\": \"user8\", "
        + rest
        + ", \"text\": \"\"}";
  }

  @Test
  void keeps_what_it_does_not_know_as_unknown() throws Exception {
    var read =
        Reads.text(
            chat(
                "{\"id\":1,\"type\":\"unsupported\",\"date\":\"2026-01-15T18:04:05\"}",
                "{\"id\":2,\"type\":\"hologram\",\"date\":\"nonsense\"}"));
    assertThat(read.messages().getFirst().kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(read.messages().getFirst().flags()).isEmpty();
    assertThat(read.messages().getLast().flags()).containsExactly(Flag.UNRECOGNISED);
    assertThat(read.messages().getLast().when().precision()).isEqualTo(Precision.UNKNOWN);
    assertThat(read.messages().getLast().when().raw()).isEqualTo("nonsense");
  }

  @Test
  void names_somebody_whose_account_is_gone_by_number() throws Exception {
    var gone = chat(message("\"text\": \"x\"").replace("\"from\": \"Nur\"", "\"from\": null"));
    assertThat(Reads.text(gone).only().author()).isEqualTo("user7");
  }

  @Test
  void reads_the_chats_of_an_account_and_lists_what_is_none() throws Exception {
    var account =
        """
        {
         "about": "Here is the data you requested.",
         "personal_information": {"user_id": 1, "first_name": "Nur", "phone_number": "+1 555 0100"},
         "contacts": {"about": "…", "list": [{"first_name": "Ann"}]},
         "chats": {
          "about": "…",
          "list": [
           {"name": "Ann", "type": "personal_chat", "id": 1, "messages": [%1$s, %1$s]},
           {"type": "saved_messages", "id": 2, "messages": []},
           {"type": "private_group", "id": 3, "messages": [%1$s]}
          ]
         },
         "left_chats": {"about": "…", "list": [{"name": "Old", "id": 4, "messages": [%1$s]}]}
        }
        """
            .formatted(message("\"text\": \"x\""));
    var read = Reads.text(account);
    assertThat(read.messages().stream().map(Message::chat))
        .containsExactly("Ann", "Ann", "3", "Old");
    assertThat(read.report().unparsed()).hasSize(1);
    assertThat(read.report().warnings())
        .anyMatch(w -> w.contains("\"personal_information\" is no conversation"));
  }

  @Test
  void keeps_what_was_read_of_a_file_cut_off_or_damaged() throws Exception {
    var whole = chat(message("\"text\": \"one\""), message("\"text\": \"two\""));
    for (var length = HEAD.length(); length < whole.length(); length++) {
      var read = Reads.text(whole.substring(0, length));
      assertThat(read.messages().size()).isLessThanOrEqualTo(2);
      assertThat(read.report().warnings()).isNotEmpty();
    }
    var damaged = Reads.text(chat(message("\"text\": \"one\""), "{]", message("\"text\": \"3\"")));
    assertThat(damaged.messages()).hasSize(1);
    assertThat(damaged.report().warnings().getFirst()).contains("not valid JSON");
  }

  @Test
  void refuses_nesting_without_end() throws Exception {
    var read = Reads.text(chat(message("\"text\": " + "[".repeat(100_000))));
    assertThat(read.messages()).isEmpty();
    assertThat(read.report().warnings().getFirst()).contains("nested too deep");
  }

  @Test
  void cuts_what_is_longer_than_the_limit_and_lists_the_rest() throws Exception {
    var limits = ReadOptions.NONE.withLimits(new ImportLimits(1 << 20, 100, 10, 2, 100_000));
    var read =
        Reads.text(
            chat(
                message("\"text\": \"" + "x".repeat(300_000) + "\""),
                message("\"text\": [" + "\"a\",".repeat(200_000) + "\"b\"]"),
                message("\"text\": \"y\"")),
            limits);
    assertThat(read.messages()).hasSize(3);
    assertThat(read.messages().get(0).flags()).containsExactly(Flag.CUT);
    assertThat(read.messages().get(1).flags()).containsExactly(Flag.CUT);
    assertThat(read.messages().get(2).text()).isEqualTo("y");
    assertThat(read.report().bytesUnparsed()).isPositive();
  }

  @Test
  void refuses_other_json() {
    for (var other :
        new String[] {"{\"messages\":[]}", "{\"name\":1}", "[]", "{", "{\"about\":1}"}) {
      assertThatThrownBy(() -> Reads.text(other)).hasMessage("import.unknown-format");
    }
  }

  @Test
  void reads_an_account_larger_than_memory() throws Exception {
    var body = message("\"text\": \"" + "слово ".repeat(2000) + "\"") + ",\n";
    var megabytes = Integer.getInteger("vigie.telegram.megabytes", 300);
    var source = new Repeated(HEAD, body, "]}", megabytes * 1_000_000L);
    var count = new long[2];
    var report =
        Exports.read(
            source,
            ReadOptions.NONE,
            m -> {
              count[0]++;
              count[1] += m.range().length();
            });
    assertThat(report.messages()).isEqualTo(source.times()).isEqualTo(count[0]);
    assertThat(report.bytesUnparsed()).isZero();
    assertThat(count[1]).isEqualTo(source.length());
  }
}
