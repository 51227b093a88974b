package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.Receipt;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.Hash;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.node.LiveFiles;
import org.vigie.node.Printed;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.node.demo.files.Voice;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

/** How exhibits come, what is asked about that, and the receipt to take along, page by page. */
@SuppressWarnings("NullAway.Init")
class ReceivedPagesTest {

  private static final String CHAT = "13/02/2024, 10:11 - Sister: salam\n";

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
  void a_person_tells_shows_a_chat_and_a_voice_note_and_gets_a_receipt() throws Exception {
    var told = Told.by(Founder.invite(node, keeper, "person", "heron"), "he called at night");
    var browser = told.person().browser();
    browser.get(told.base() + "/consent");
    var answered = browser.post(told.base() + "/consent", "answer.keep", "yes");
    assertThat(answered.location()).isEqualTo(told.base() + "/exhibits/add?told=yes");
    assertThat(browser.get(answered.location()).text()).contains("Go on without files");
    var exhibits =
        Files.to(told)
            .field("telling", "yes")
            .file("chat.txt", CHAT)
            .file("voice.wav", Voice.wav("sabe la porta.", 1))
            .sent();
    assertThat(exhibits).hasSize(2);
    var voice = exhibits.get(1);
    assertThat(told.text("/account")).contains("Told in a recording");
    assertThat(told.text(voice + "/receipt")).contains("The proof will be here on");
    assertThat(browser.get(voice + "/receipt.txt").status()).isEqualTo(404);
    publish();
    var receipt = browser.get(voice + "/receipt.txt");
    assertThat(receipt.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"vigie-receipt.txt\"");
    Receipt.parse(receipt.body());
    assertThat(told.text(voice + "/receipt")).contains("Proof from the custody log");
  }

  @Test
  void S_75_a_printed_receipt_holds_what_the_file_holds_and_nothing_of_the_exhibit() {
    var told = told();
    var exhibit = Files.to(told).file("note.pdf", "%PDF-1.7 x").sent().getFirst();
    var hash = Hash.sha256("%PDF-1.7 x".getBytes(StandardCharsets.UTF_8)).toString();
    var early = Printed.of(browser(), exhibit + "/receipt").text();
    assertThat(early).contains("nothing to take along").doesNotContain("Exhibit 1", "10 bytes");
    assertThat(squeezed(early)).doesNotContain(hash);
    publish();
    var file = browser().get(exhibit + "/receipt.txt").text().strip();
    for (var language : new String[] {"en", "fr"}) {
      browser().get("/language/" + language + "?to=" + exhibit + "/receipt");
      var screen = told.text(exhibit + "/receipt");
      assertThat(screen).contains(language.equals("en") ? "Exhibit 1 was" : "La pièce 1 a été");
      assertThat(squeezed(screen)).contains(hash);
      var paper = Printed.of(browser(), exhibit + "/receipt").text();
      assertThat(paper).contains(language.equals("en") ? "Receipt" : "Reçu", file);
      assertThat(paper.replace(file, ""))
          .as("no number, minute, size or fingerprint")
          .doesNotContainPattern("\\d");
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s", "");
  }

  /** As the log does every hour, at once. */
  private static void publish() {
    var log = node.part(CustodyLog.class);
    var everySecond = new PublicationSchedule(Duration.ofSeconds(1), 200);
    while (log.waiting() > 0) {
      if (log.publishIfDue(everySecond).isEmpty()) {
        LockSupport.parkNanos(100_000_000);
      }
    }
  }

  @Test
  void S2_3_a_recorded_call_its_copy_and_where_it_was_posted_are_sealed_with_who_recorded()
      throws IOException {
    var told = told();
    var posted = "https://video.example/watch/a-call-that-was-posted";
    var call = Voice.wav("sabe la porta.", 1);
    var original =
        Files.to(told)
            .field("method", "self-recorded")
            .field("original", "original")
            .field("recorder", "self")
            .field("authority", "none")
            .field("published", posted)
            .file("call.wav", call)
            .sent()
            .getFirst();
    var copy =
        Files.to(told)
            .field("method", "downloaded")
            .field("original", "later-copy")
            .field("published", posted)
            .file("posted.wav", Voice.wav("sabe la porta.", 2))
            .sent()
            .getLast();
    assertThat(told.text(original))
        .contains("The original file", "I did, and I took part", posted)
        .doesNotContain("Who recorded it.", "Whether a public authority had a part in making it.");
    assertThat(told.text(copy)).contains("A copy of a copy", posted, "Who recorded it.");
    assertThat(browser().get(original).body()).doesNotContain("href=\"" + posted);
    assertThat(anywhere(posted.getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(anywhere(Arrays.copyOf(call, 512))).isEmpty();
  }

  @Test
  void S2_3_how_it_was_obtained_is_asked_on_both_pages_with_every_code_in_both_languages() {
    var told = told();
    var exhibit = Files.to(told).file("note.pdf", "%PDF-1.7 x").sent().getFirst();
    var asked =
        Map.of(
            "method", ObtainedCodes.METHODS,
            "original", ObtainedCodes.ORIGINALS,
            "recorder", ObtainedCodes.RECORDERS,
            "authority", ObtainedCodes.AUTHORITIES);
    for (var path : new String[] {told.base() + "/exhibits/add", exhibit + "/provenance"}) {
      for (var language : new String[] {"en", "fr"}) {
        browser().get("/language/" + language + "?to=" + path);
        var page = browser().get(path).body();
        var words = Offered.words(language);
        asked.forEach((name, codes) -> {
          var offered = Offered.in(page, name);
          assertThat(offered.question()).isEqualTo(words.getProperty("exhibit." + name));
          var expected = new ArrayList<>(codes);
          expected.addFirst("");
          assertThat(offered.choices().keySet()).as(name).containsExactlyElementsOf(expected);
          for (var code : codes) {
            assertThat(offered.choices().get(code))
                .isNotBlank()
                .isEqualTo(words.getProperty("exhibit." + name + "." + code));
          }
        });
      }
    }
  }

  /** The files of the home that hold these bytes in the clear. */
  private static List<Path> anywhere(byte[] plain) throws IOException {
    var wanted = new String(plain, StandardCharsets.ISO_8859_1);
    var found = new ArrayList<Path>();
    LiveFiles.each(
        home,
        file -> {
          if (java.nio.file.Files.readString(file, StandardCharsets.ISO_8859_1).contains(wanted)) {
            found.add(file);
          }
        });
    return found;
  }
}
