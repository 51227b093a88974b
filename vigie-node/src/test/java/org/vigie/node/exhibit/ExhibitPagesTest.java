package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.imports.BytesSource;
import org.vigie.imports.Claim;
import org.vigie.imports.exif.CameraFacts;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.node.demo.files.Exif;
import org.vigie.node.demo.files.Photo;
import org.vigie.node.demo.files.Voice;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

/** Exhibits as people meet them, page by page, without scripts. */
@SuppressWarnings("NullAway.Init")
class ExhibitPagesTest {

  private static final String CHAT =
      """
      13/02/2024, 10:11 - Sister: salam
      13/02/2024, 10:12 - Bright Tea: Stop speaking
      and think of your mother
      25/03/2024, 09:00 - Bright Tea: <Media omitted>
      25/03/2024, 09:02 - Sister: ئۇ ماڭا 你知道 دېدى
      """;

  @TempDir static Path home;
  private static TestNode node;
  private static Founder.Person keeper;
  private static int people;
  private TestBrowser browser;

  @BeforeAll
  static void found() {
    node = TestNode.atTheHour(home);
    keeper = Founder.found(node, "lamp keeper");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  /** The case of somebody new, in whose browser the test goes on. */
  private Told told() {
    var person = Founder.invite(node, keeper, "person", "reed " + ++people);
    browser = person.browser();
    return Told.by(person, "somebody called");
  }

  private TestBrowser browser() {
    return browser;
  }

  @Test
  void S3_1_text_and_voice_are_taken_in_and_one_incident_cites_them() {
    var told = told();
    var exhibits =
        Files.to(told).file("chat.txt", CHAT).file("voice.wav", Voice.wav("pensa bene.", 1)).sent();
    var chat = exhibits.getFirst();
    var incident = incident(told, chat, "2", "threat-silence");
    assertThat(incident)
        .contains("Exhibit 1, lines 2 to 3", "Stop speaking", "13 February 2024")
        .contains("Demand for silence or compliance")
        .doesNotContain("Relatives threatened");
    var voice = exhibits.get(1);
    var id = voice.substring(voice.lastIndexOf('/') + 1);
    var form = browser().get(told.base() + "/incidents/new?cite=" + id);
    assertThat(form.body()).contains("value=\"voice-message\" selected", "value=\"" + id + "\"");
    var kept =
        browser().post(told.base() + "/incidents", "cite", id, "act", "proxy-relative-threatened");
    assertThat(browser().get(kept.location()).text())
        .contains("Exhibit 2", "Relatives threatened")
        .doesNotContain("Demand for silence or compliance");
  }

  /** Ticks a line, keeps the incident that is proposed and answers its page. */
  private String incident(Told told, String chat, String line, String act) {
    browser().get(chat + "/messages");
    var cited = browser().post(chat + "/cite", "line", line);
    assertThat(cited.location()).startsWith(told.base() + "/incidents/new?cite=");
    var form = browser().get(cited.location());
    assertThat(form.body()).contains("Stop speaking", "Bright Tea");
    var place = first("name=\"cite\" value=\"([^\"]*)\"", form.body());
    var words = first("(?s)name=\"original\"[^>]*>([^<]*)<", form.body());
    var kept =
        browser()
            .post(
                told.base() + "/incidents",
                "cite",
                place,
                "original",
                words,
                "act",
                act,
                "when.day",
                "13",
                "when.month",
                "2",
                "when.year",
                "2024");
    var page = browser().get(kept.location());
    assertThat(page.body()).contains(chat + "/messages?line=2");
    assertThat(browser().get(chat + "/messages?line=2").body()).contains("id=\"m2\"");
    return page.text();
  }

  private static String first(String pattern, String body) {
    var found = Pattern.compile(pattern).matcher(body);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  @Test
  void S0_5_words_passed_on_by_parents_keep_the_chain_they_came_through() {
    var told = told();
    var exhibit =
        Files.to(told)
            .field("obtainedFrom", "mother, who had it from a brother")
            .field("method", "forwarded")
            .file("voice.wav", Voice.wav("sabe la ora.", 1))
            .sent()
            .getFirst();
    assertThat(told.text(exhibit))
        .contains("mother, who had it from a brother", "Forwarded message")
        .doesNotContain("Who had it before it came here.");
    var id = exhibit.substring(exhibit.lastIndexOf('/') + 1);
    var page =
        told.text(
            told.incident(
                "cite",
                id,
                "act",
                "proxy-relayed-message",
                "intermediaries",
                "mother, who heard it from a brother"));
    assertThat(page).contains("Exhibit 1", "mother, who heard it from a brother");
  }

  @Test
  void S3_10_a_dialect_mixed_with_the_state_language_is_tagged_and_the_original_is_untouched() {
    var told = told();
    var chat =
        Files.to(told)
            .field("languages", "ug")
            .field("languages", "zh-Hans")
            .field("dialect", "speech of one oasis")
            .file("chat.txt", CHAT)
            .sent()
            .getFirst();
    assertThat(told.text(chat)).contains("ئۇيغۇرچە", "简体中文", "speech of one oasis");
    var original = browser().get(chat + "/original");
    assertThat(original.body()).isEqualTo(CHAT);
    var shown = browser().get(chat + "/messages?open=page").body();
    assertThat(shown).contains("<div class=\"prose\" dir=\"auto\"", "ئۇ ماڭا 你知道 دېدى");
  }

  @Test
  void S3_12_no_page_of_an_exhibit_claims_who_made_it() {
    var told = told();
    var exhibit = Files.to(told).file("chat.txt", CHAT).sent().getFirst();
    var sentence = "Who made this file, when and with what device could not be verified.";
    assertThat(told.text(exhibit)).contains(sentence);
    assertThat(told.text(exhibit + "/receipt")).contains(sentence);
  }

  @Test
  void S_84_a_file_that_is_several_things_leaves_as_an_attachment_of_no_kind() {
    var told = told();
    var polyglot = "GIF89a/*<html><script>alert(1)</script>*/=1;\nPK%PDF-1.4";
    var exhibits =
        Files.to(told)
            .file("page.html", "<html><script>alert(1)</script></html>")
            .file("x.gif.html", polyglot)
            .file("song.html", Voice.wav("sabe.", 1))
            .sent();
    for (var exhibit : exhibits) {
      var original = browser().get(exhibit + "/original");
      assertThat(original.header("Content-Type")).isEqualTo("application/octet-stream");
      assertThat(original.header("Content-Disposition"))
          .matches("attachment; filename=\"exhibit-\\d\\.(txt|gif|wav)\"");
      assertThat(original.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(original.header("Content-Security-Policy")).startsWith("sandbox;");
      assertThat(browser().get(exhibit).body()).doesNotContain("<script");
    }
    assertThat(browser().get(exhibits.getFirst() + "/text").body())
        .contains("&lt;script&gt;")
        .doesNotContain("<script");
  }

  @Test
  void a_recording_is_played_by_ranges_and_only_when_asked_for() {
    var told = told();
    var wav = Voice.wav("sabe la porta.", 1);
    var exhibit = Files.to(told).file("voice.wav", wav).sent().getFirst();
    assertThat(browser().get(exhibit).body()).doesNotContain("<audio");
    assertThat(browser().get(exhibit + "?show=yes").body())
        .contains("<audio controls preload=\"none\" src=\"" + exhibit + "/sound\"");
    var whole = browser().get(exhibit + "/sound");
    assertThat(whole.header("Content-Type")).isEqualTo("audio/wav");
    assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
    var part = browser().with("Range", "bytes=0-3").get(exhibit + "/sound");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("RIFF");
    assertThat(part.header("Content-Range")).isEqualTo("bytes 0-3/" + wav.length);
    var end = browser().with("Range", "bytes=-2").get(exhibit + "/sound");
    assertThat(end.header("Content-Range"))
        .isEqualTo("bytes " + (wav.length - 2) + "-" + (wav.length - 1) + "/" + wav.length);
    var beyond = browser().with("Range", "bytes=" + wav.length + "-").get(exhibit + "/sound");
    assertThat(beyond.status()).isEqualTo(416);
    browser().with("Range", "none");
  }

  @Test
  void a_picture_is_shown_when_asked_for_and_as_a_copy_without_what_the_camera_wrote()
      throws IOException {
    var told = told();
    var photo = Exif.of(LocalDateTime.of(2024, 2, 13, 22, 0), 48.1, 2.1).into(Photo.pavement(1));
    var exhibit = Files.to(told).file("street.jpg", photo).sent().getFirst();
    assertThat(browser().get(exhibit).body()).doesNotContain("<img");
    assertThat(browser().get(exhibit + "?show=yes").body())
        .contains("<img src=\"" + exhibit + "/preview\"");
    var preview = browser().get(exhibit + "/preview");
    assertThat(preview.header("Content-Type")).isEqualTo("image/png");
    assertThat(preview.body()).contains("PNG");
    var copy = browser().bytes(exhibit + "/preview");
    assertThat(CameraFacts.of(new BytesSource(copy))).isEmpty();
    assertThat(new String(copy, StandardCharsets.ISO_8859_1)).doesNotContain("Vigie Demo", "Exif");
    var original = browser().bytes(exhibit + "/original");
    assertThat(original).isEqualTo(photo);
    assertThat(CameraFacts.of(new BytesSource(original)))
        .extracting(Claim::name)
        .contains("exif.make", "exif.taken", "place.coordinates");
    assertThat(told.text(exhibit)).contains("You opened it.", "A picture without hidden data");
  }

  @Test
  void words_of_a_conversation_stay_veiled_until_they_are_asked_for() {
    var told = told();
    var chat = Files.to(told).file("chat.txt", CHAT).sent().getFirst();
    var veiled = browser().get(chat + "/messages");
    assertThat(veiled.body()).contains("Bright Tea").doesNotContain("Stop speaking");
    assertThat(veiled.text()).contains("40 days of silence");
    assertThat(browser().get(chat + "/messages?at=1&open=2").body())
        .contains("Stop speaking")
        .doesNotContain("salam");
    assertThat(browser().get(chat + "/messages?open=page").body())
        .contains("Stop speaking", "salam");
    assertThat(told.text(chat)).contains("You opened it.");
  }

  @Test
  void finds_words_and_sifts_by_author_and_kind_and_goes_to_a_day() {
    var told = told();
    var chat = Files.to(told).file("chat.txt", CHAT).sent().getFirst();
    browser().get(chat + "/messages");
    var found = browser().post(chat + "/messages/search", "wanted", "YOUR MOTHER", "open", "page");
    assertThat(found.text()).contains("Stop speaking").doesNotContain("salam");
    assertThat(browser().get(chat + "/messages?who=0&open=page").text())
        .contains("salam")
        .doesNotContain("Stop speaking");
    assertThat(browser().get(chat + "/messages?kind=media").body()).contains("id=\"m3\"");
    browser().get(chat + "/messages");
    var gone =
        browser().post(chat + "/messages/go", "day.day", "1", "day.month", "3", "day.year", "2024");
    assertThat(gone.location()).isEqualTo(chat + "/messages?at=3#m3");
  }

  @Test
  void an_ambiguous_date_is_asked_with_both_readings_and_never_guessed() {
    var told = told();
    var chat =
        Files.to(told).file("c.txt", "04/05/2024, 10:11 - Sister: salam\n").sent().getFirst();
    var asked = told.text(chat);
    assertThat(asked).contains("4 May 2024", "5 April 2024");
    assertThat(browser().get(chat + "/messages").status()).isEqualTo(404);
    browser().get(chat);
    browser().post(chat + "/read", "order", "mdy");
    assertThat(told.text(chat + "/messages")).contains("5 April 2024", "as somebody said here");
    assertThat(told.text(chat)).doesNotContain("A question about the dates");
  }

  @Test
  void a_later_file_of_an_archive_asks_for_its_dates_by_its_name() throws Exception {
    var told = told();
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("a.txt"));
      out.write("13/02/2024, 10:11 - Sister: salam\n".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("b.txt"));
      out.write("04/05/2024, 10:11 - Aunt: hello\n".getBytes(StandardCharsets.UTF_8));
    }
    var chat = Files.to(told).file("both.zip", zip.toByteArray()).sent().getFirst();
    assertThat(told.text(chat)).contains("this file in the archive", "b.txt", "4 May 2024");
    browser().post(chat + "/read", "order", "mdy");
    assertThat(told.text(chat + "/messages?open=page"))
        .contains("salam", "hello", "13 February 2024", "5 April 2024");
  }

  @Test
  void a_paper_that_is_not_shown_says_which_are() {
    var told = told();
    assertThat(told.text("/exhibits/add")).contains("PDF, docx and odt can be read here");
    var paper = Files.to(told).file("a.rtf", "{\\rtf1 Dear sister}").sent().getFirst();
    assertThat(told.text(paper))
        .contains("kept exactly as it came", "docx and odt are shown")
        .doesNotContain("Dear sister");
  }

  @Test
  void what_is_known_can_be_corrected_and_checked_and_the_history_tells_it() {
    var told = told();
    var exhibit = Files.to(told).file("note.pdf", "%PDF-1.7 x").sent().getFirst();
    assertThat(told.text(exhibit)).contains("Who had it before it came here.");
    browser().get(exhibit + "/provenance");
    browser()
        .post(
            exhibit + "/provenance",
            "obtainedFrom",
            "a neighbour",
            "authority",
            "none",
            "kind",
            "web");
    browser().get(exhibit);
    browser().post(exhibit + "/verify");
    assertThat(told.text(exhibit))
        .contains(
            "a neighbour",
            "Web page",
            "You corrected what is known about it.",
            "You had the file checked: it was what was received.");
  }

  @Test
  void an_empty_file_is_named_and_those_beside_it_are_kept() {
    var told = told();
    var exhibits = Files.to(told).file("empty.txt", "").file("note.pdf", "%PDF-1.7 x").sent();
    assertThat(exhibits).hasSize(1);
    assertThat(Files.to(told).file("empty.txt", "").send().location())
        .isEqualTo(told.base() + "/exhibits/add");
    assertThat(browser().get(told.base() + "/exhibits/add").text())
        .contains("there is not a single byte in it", "No file was chosen");
  }

  @Test
  void a_page_of_fifty_thousand_messages_comes_quickly() {
    var told = told();
    var chat = Files.to(told).file("long.txt", manyMessages(50_000)).sent().getFirst();
    browser().get(chat + "/messages?at=40000");
    var best = Long.MAX_VALUE;
    TestBrowser.Answer page;
    // A busy machine makes some slower, not all of them.
    var tries = 0;
    do {
      var before = System.nanoTime();
      page = browser().get(chat + "/messages?at=40001&open=page");
      best = Math.min(best, (System.nanoTime() - before) / 1_000_000);
    } while (best >= 2_000 && ++tries < 10);
    assertThat(page.body()).contains("id=\"m40001\"");
    assertThat(page.text()).contains("word 40001", "line 40,001");
    assertThat(best).as("milliseconds for a page").isLessThan(2_000);
    var found = browser().post(chat + "/messages/search", "wanted", "word 49999");
    assertThat(found.body()).contains("id=\"m49999\"");
  }

  private static byte[] manyMessages(int count) {
    var text = new StringBuilder();
    var format = DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm", Locale.ROOT);
    var time = LocalDateTime.of(2019, 1, 15, 8, 0);
    for (var i = 1; i <= count; i++) {
      text.append(format.format(time)).append(" - ").append(i % 3 == 0 ? "A" : "B");
      text.append(": word ").append(i).append('\n');
      time = time.plusMinutes(i % 90);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void S_33_an_exhibit_without_a_grant_looks_like_none() {
    var told = told();
    var exhibit = Files.to(told).file("note.pdf", "%PDF-1.7 x").sent().getFirst();
    var stranger = Founder.invite(node, keeper, "person", "linden").browser();
    for (var page : new String[] {"", "/original", "/receipt", "/messages", "/sound"}) {
      assertThat(stranger.get(exhibit + page).status()).as(page).isEqualTo(404);
    }
  }
}
