package org.vigie.evidence.rsmf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.vigie.evidence.json.Json;
import org.vigie.evidence.json.JsonReader;
import org.vigie.evidence.json.JsonRefused;

/** The rules of RSMF 2.0 as its publisher states them, one after the other. */
class RsmfFileTest {

  private static final Instant MADE = Instant.parse("2026-03-01T10:00:00Z");
  private static final SortedMap<String, String> NOTHING = new TreeMap<>();

  private static RsmfEvent said(String id, String who, String time, String what) {
    return new RsmfEvent(id, RsmfEvent.Type.MESSAGE, who, time, what, false, NOTHING);
  }

  private static RsmfAttachment file(String id, String display, String words) {
    return new RsmfAttachment(id, display, words.getBytes(UTF_8));
  }

  /** Two messages brought the same file, one another, one none. */
  private static RsmfChat withFiles() {
    var voice = file("P-001-0001.ogg", "PTT-20240213-WA0001.opus", "voice");
    return new RsmfChat(
        "c",
        "P-001",
        "whatsapp",
        List.of(
            said("M1", "Sister", "", "").with(voice),
            said("M2", "Sister", "", "").with(file("P-002.png", "P-002.png", "covered picture")),
            said("M3", "Brother", "", "").with(voice),
            said("M4", "Brother", "", "").noting("File of the message", "not attached")));
  }

  @Test
  void files_of_messages_lie_beside_the_manifest_under_the_names_it_gives_them() throws Exception {
    var chat = withFiles();
    var zip = zip(text(chat));
    var ids = new HashSet<String>();
    var count = 0;
    for (var one : manifest(chat).list("events")) {
      if (!one.object().members().containsKey("attachments")) {
        continue;
      }
      for (var attachment : one.object().list("attachments")) {
        count++;
        var id = required(attachment.object(), "id");
        only(attachment.object(), "id", "display", "size");
        required(attachment.object(), "display");
        assertThat(attachment.object().integer("size")).isEqualTo(bytes(zip, id).length);
        ids.add(id);
      }
    }
    ids.add("rsmf_manifest.json");
    assertThat(zip.keySet()).as("nothing without a reference").isEqualTo(ids);
    assertThat(bytes(zip, "P-002.png")).isEqualTo("covered picture".getBytes(UTF_8));
    assertThat(headers(text(chat)))
        .containsEntry("X-RSMF-AttachmentCount", Integer.toString(count))
        .containsEntry("X-RSMF-AttachmentCount", "3");
    assertThat(parts(text(chat))).as("no attachment beside rsmf.zip").hasSize(2);
  }

  private static byte[] bytes(Map<String, byte[]> zip, String name) {
    return Objects.requireNonNull(zip.get(name), name);
  }

  @Test
  void refuses_names_of_files_that_lead_elsewhere() {
    for (var name : List.of("../x", "a/b", "", ".hidden", "rsmf_manifest.json", "\u0430.png")) {
      assertThatThrownBy(() -> file(name, "x", "y")).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> file("x.png", "", "y")).isInstanceOf(IllegalArgumentException.class);
  }

  private static RsmfChat sample() {
    return new RsmfChat(
        "dossier-7f3a.P-001",
        "P-001",
        "whatsapp",
        List.of(
            new RsmfEvent("V1", RsmfEvent.Type.DISCLAIMER, "", "", "unverified", false, NOTHING),
            said("M1", "Sister", "2024-02-13T10:11:00", "salam"),
            new RsmfEvent(
                "M2",
                RsmfEvent.Type.MESSAGE,
                "ئاكا\r\nBcc: x@example.invalid",
                "2024-02-13T10:12:00+08:00",
                "ياخشى \"quoted\"\nand a second line",
                false,
                new TreeMap<>(Map.of("Line in the original", "2"))),
            new RsmfEvent("M3", RsmfEvent.Type.UNKNOWN, "", "", "(covered)", false, NOTHING),
            new RsmfEvent("M4", RsmfEvent.Type.MESSAGE, "Sister", "", "", true, NOTHING)));
  }

  private static String text(RsmfChat chat) {
    return new String(RsmfFile.write(chat, MADE, "Vigie"), StandardCharsets.UTF_8);
  }

  /** Header fields, unfolded (RFC 5322 section 2.2.3). */
  private static Map<String, String> headers(String file) {
    var headers = new TreeMap<String, String>();
    var head = file.substring(0, file.indexOf("\r\n\r\n")).replaceAll("\r\n[ \t]", " ");
    for (var line : head.split("\r\n", -1)) {
      var colon = line.indexOf(": ");
      assertThat(colon).as(line).isPositive();
      assertThat(headers.put(line.substring(0, colon), line.substring(colon + 2))).isNull();
    }
    return headers;
  }

  private static List<String> parts(String file) {
    var boundary = Pattern.compile("boundary=\"([^\"]+)\"").matcher(file);
    assertThat(boundary.find()).isTrue();
    var parts = new ArrayList<>(List.of(file.split("--" + Pattern.quote(boundary.group(1)), -1)));
    assertThat(parts.getLast()).isEqualTo("--\r\n");
    return parts.subList(1, parts.size() - 1);
  }

  private static byte[] decoded(String part) {
    return Base64.getMimeDecoder().decode(part.substring(part.indexOf("\r\n\r\n") + 4));
  }

  private static Map<String, byte[]> zip(String file) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(decoded(parts(file).get(1))))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static Json.Members manifest(RsmfChat chat) throws Exception {
    var manifest = Objects.requireNonNull(zip(text(chat)).get("rsmf_manifest.json"));
    return JsonReader.read(manifest).object();
  }

  @Test
  void is_a_message_after_RFC_5322_with_the_headers_of_the_format() {
    var file = text(sample());
    var headers = headers(file);
    assertThat(headers)
        .containsEntry("X-RSMF-Version", "2.0.0")
        .containsEntry("X-RSMF-EventCount", "5")
        .containsEntry("X-RSMF-AttachmentCount", "0")
        .containsEntry("X-RSMF-Application", "whatsapp")
        .containsEntry("X-RSMF-EventCollectionID", "dossier-7f3a.P-001")
        .containsEntry("Date", "Sun, 1 Mar 2026 10:00:00 +0000")
        .containsEntry("MIME-Version", "1.0")
        .containsKeys("From", "Subject", "X-RSMF-Generator");
    assertThat(headers.get("From")).matches("[A-Za-z]+ +<[a-z0-9]+@rsmf\\.invalid>");
    assertThat(headers).doesNotContainKey("Bcc");
    assertThat(file.chars()).as("seven bits").allMatch(c -> c < 128);
    for (var line : file.split("\r\n", -1)) {
      assertThat(line.length()).isLessThanOrEqualTo(78);
      assertThat(line).doesNotContain("\n");
    }
  }

  @Test
  void says_of_times_and_names_in_headers_only_what_the_publishers_validator_can_compare() {
    assertThat(headers(text(sample())))
        .as("a time without an offset, a name beyond ASCII")
        .doesNotContainKeys("X-RSMF-BeginDate", "X-RSMF-EndDate", "X-RSMF-Participants");
    var known =
        new RsmfChat(
            "c",
            "P-001",
            "sms",
            List.of(
                said(
                    "M1", "Sister", "2024-02-13T01:30:00+08:00", "later on paper, earlier in time"),
                said("M2", "+33 6 39 98 00 01", "2024-02-12T23:00:00Z", "x"),
                new RsmfEvent("M3", RsmfEvent.Type.UNKNOWN, "", "", "(covered)", false, NOTHING)));
    assertThat(headers(text(known)))
        .containsEntry("X-RSMF-BeginDate", "2024-02-13T01:30:00+08:00")
        .containsEntry("X-RSMF-EndDate", "2024-02-12T23:00:00Z")
        .containsEntry("X-RSMF-Participants", "Sister, +33 6 39 98 00 01, (not named)");
  }

  @Test
  void has_exactly_one_attachment_and_its_words_as_the_body() throws Exception {
    var parts = parts(text(sample()));
    assertThat(parts).hasSize(2);
    assertThat(parts.get(0)).contains("Content-Type: text/plain; charset=utf-8");
    assertThat(new String(decoded(parts.get(0)), UTF_8))
        .startsWith("unverified\n2024-02-13T10:11:00 Sister: salam\n")
        .contains("2024-02-13T10:11:00 Sister: salam", "ياخشى", "(covered)");
    assertThat(parts.get(1))
        .contains("Content-Transfer-Encoding: base64")
        .contains("Content-Disposition: attachment; filename=\"rsmf.zip\"");
    assertThat(zip(text(sample()))).containsOnlyKeys("rsmf_manifest.json");
  }

  @Test
  void its_manifest_keeps_the_rules_of_the_schema() throws Exception {
    var manifest = manifest(sample());
    assertThat(manifest.text("version")).isEqualTo("2.0.0");
    var participants = new HashSet<String>();
    for (var one : manifest.list("participants")) {
      assertThat(participants.add(required(one.object(), "id"))).isTrue();
      only(one.object(), "id", "display");
    }
    var conversations = new HashSet<String>();
    for (var one : manifest.list("conversations")) {
      var conversation = one.object();
      conversations.add(required(conversation, "id"));
      required(conversation, "platform");
      assertThat(conversation.text("type")).isIn("direct", "channel");
      for (var participant : conversation.list("participants")) {
        assertThat(participant).isInstanceOf(Json.Text.class);
        assertThat(participants).contains(((Json.Text) participant).value());
      }
      only(conversation, "id", "display", "platform", "type", "participants");
    }
    var ids = new HashSet<String>();
    for (var one : manifest.list("events")) {
      event(one.object(), participants, conversations, ids);
    }
    assertThat(ids).containsExactlyInAnyOrder("V1", "M1", "M2", "M3", "M4");
    assertThat(required(manifest, "eventcollectionid")).isEqualTo("dossier-7f3a.P-001");
    only(manifest, "version", "participants", "conversations", "events", "eventcollectionid");
  }

  private static void event(
      Json.Members event, Set<String> participants, Set<String> conversations, Set<String> ids)
      throws JsonRefused {
    assertThat(ids.add(required(event, "id"))).isTrue();
    assertThat(event.text("type"))
        .isIn("message", "disclaimer", "join", "leave", "history", "unknown");
    assertThat(conversations).contains(event.text("conversation"));
    event.text("body");
    assertThat(participants).contains(required(event, "participant"));
    if (event.members().containsKey("timestamp")) {
      assertThat(event.text("timestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*");
    }
    if (event.members().containsKey("custom")) {
      for (var custom : event.list("custom")) {
        required(custom.object(), "name");
        required(custom.object(), "value");
      }
    }
    only(
        event,
        "id",
        "type",
        "conversation",
        "body",
        "participant",
        "timestamp",
        "deleted",
        "custom");
  }

  private static String required(Json.Members object, String name) throws JsonRefused {
    var text = object.text(name);
    assertThat(text).as(name).isNotEmpty();
    return text;
  }

  private static void only(Json.Members object, String... names) {
    assertThat(names).containsAll(object.members().keySet());
  }

  @Test
  void the_same_conversation_gives_the_same_bytes() {
    assertThat(text(sample())).isEqualTo(text(sample()));
  }

  @Test
  void refuses_times_that_are_none_and_conversations_beyond_the_recommended_size() {
    assertThatThrownBy(() -> said("M1", "A", "13/02/2024, 10:11", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    var many = new ArrayList<RsmfEvent>();
    for (var i = 0; i <= RsmfChat.MOST; i++) {
      many.add(said("M" + i, "A", "", "x"));
    }
    assertThatThrownBy(() -> new RsmfChat("c", "c", "sms", many))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RsmfChat("c", "c", "sms", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
