package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.node.demo.files.Voice;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;
import org.vigie.register.ForgetfulJson;

/** The reading room and the story of custody, page by page, without scripts. */
@SuppressWarnings("NullAway.Init")
class RoomTest {

  private static final String CHAT =
      """
      13/02/2024, 10:11 - Sister: salam
      13/02/2024, 10:12 - Bright Tea: ياخشى بولىدۇ، قايتىپ كەل
      and see your parents
      13/02/2024, 10:13 - Bright Tea: 你知道 دېدى
      25/03/2024, 09:02 - Sister: he is gone
      """;

  @TempDir static Path home;
  private static TestNode node;
  private static Founder.Person keeper;
  private static int people;
  private TestBrowser browser;

  @BeforeAll
  static void found() {
    node = TestNode.start(home);
    keeper = Founder.found(node, "lamp keeper");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private Told told() {
    var person = Founder.invite(node, keeper, "person", "reader " + ++people);
    browser = person.browser();
    return Told.by(person, "somebody called");
  }

  private static String id(String exhibit) {
    return exhibit.substring(exhibit.lastIndexOf('/') + 1);
  }

  @Test
  void finds_words_in_all_exhibits_of_the_case_and_no_address_holds_them() {
    var told = told();
    var exhibits =
        Files.to(told)
            .file("a.txt", CHAT)
            .file("b.txt", "13/02/2024, 10:11 - Sister: your PARENTS are well\n")
            .file("c.txt", "My parents wrote this letter")
            .sent();
    browser.get(told.base() + "/exhibits");
    var found = browser.post(told.base() + "/exhibits/search", "wanted", "Parents");
    assertThat(found.body())
        .contains(
            exhibits.get(0) + "/messages?line=2#m2",
            exhibits.get(1) + "/messages?line=1#m1",
            "The words are in its text")
        .doesNotContain("your PARENTS")
        .doesNotContain("?wanted", "&wanted");
    var other = told();
    browser.get(other.base() + "/exhibits");
    assertThat(browser.post(other.base() + "/exhibits/search", "wanted", "parents").text())
        .contains("Nothing was found.");
  }

  @Test
  void finds_words_of_one_author_only_and_says_how_many() {
    var told = told();
    var chat = Files.to(told).file("chat.txt", CHAT).sent().getFirst();
    browser.get(chat + "/messages");
    var found = browser.post(chat + "/messages/search", "wanted", "A", "who", "0", "open", "page");
    assertThat(found.text()).contains("Found: 1.", "salam").doesNotContain("parents");
    var sifted = browser.post(chat + "/messages/search", "wanted", "", "who", "1", "kind", "text");
    assertThat(sifted.location()).isEqualTo(chat + "/messages?who=1&kind=text");
    assertThat(browser.get(chat + "/messages?line=5").body()).contains("id=\"m4\"");
  }

  @Test
  void cites_lines_by_their_numbers_and_the_incident_quotes_them() {
    var told = told();
    var chat = Files.to(told).file("chat.txt", CHAT).sent().getFirst();
    browser.get(chat + "/messages");
    var cited = browser.post(chat + "/cite", "line", "5", "lines", "2-3");
    assertThat(cited.location())
        .isEqualTo(told.base() + "/incidents/new?cite=" + id(chat) + ":2-3.5-5");
    assertThat(browser.get(cited.location()).body()).contains("and see your parents");
    assertThat(browser.post(chat + "/cite", "lines", "no number").location())
        .isEqualTo(chat + "/messages");
  }

  @Test
  void S2_13_a_phrase_is_kept_in_the_original_and_in_translation() {
    var told = told();
    var chat = Files.to(told).file("chat.txt", CHAT).sent().getFirst();
    browser.get(chat + "/messages");
    var form = browser.post(chat + "/render", "line", "2").location();
    assertThat(form).isEqualTo(chat + "/renderings/new?lines=2-3");
    assertThat(browser.get(form).text()).contains("قايتىپ كەل");
    var kept =
        browser.post(
            chat + "/renderings",
            "kind",
            "translation",
            "lines",
            "2-3",
            "words",
            "It will be well, come back and see your parents",
            "language",
            "en",
            "role",
            "interpreter",
            "made.day",
            "3",
            "made.month",
            "5",
            "made.year",
            "2024",
            "manner",
            "speech of one oasis");
    assertThat(kept.location()).isEqualTo(chat + "/messages?line=2");
    var page = browser.get(chat + "/messages?at=1&open=2").text();
    assertThat(page)
        .contains(
            "قايتىپ كەل",
            "come back and see your parents",
            "An interpreter whom the person chose",
            "3 May 2024",
            "This is not the original.",
            "speech of one oasis");
    assertThat(browser.get(chat + "/original").body()).isEqualTo(CHAT);
    var incident = told.incident("cite", id(chat) + ":2-3", "act", "recruit-return-offer");
    assertThat(told.text(incident)).contains("Offer to return", "Exhibit 1, lines 2 to 3");
    assertThat(told.text(chat + "/custody"))
        .contains("A translation was kept beside it.", "An interpreter whom the person chose");
  }

  @Test
  void a_translation_can_be_corrected_and_taken_back() {
    var told = told();
    var chat = Files.to(told).file("chat.txt", CHAT).sent().getFirst();
    browser.get(chat + "/renderings/new?lines=1");
    browser.post(chat + "/renderings", "lines", "1", "words", "peace", "role", "machine");
    var link = Pattern.compile("href=\"(" + chat + "/renderings/[0-9a-f]{16})\"");
    var found = link.matcher(browser.get(chat).body());
    assertThat(found.find()).isTrue();
    browser.get(found.group(1));
    browser.post(found.group(1), "lines", "1", "words", "greetings", "role", "sworn");
    assertThat(told.text(chat)).contains("greetings", "A sworn translator").doesNotContain("peace");
    browser.get(found.group(1));
    browser.post(found.group(1), "lines", "1", "words", "greetings", "withdraw", "yes");
    assertThat(told.text(chat)).doesNotContain("greetings");
    assertThat(browser.get(found.group(1)).status()).isEqualTo(404);
  }

  @Test
  void a_recording_has_its_transcript_beside_it_for_a_part_of_its_time() {
    var told = told();
    var voice = Files.to(told).file("voice.wav", Voice.wav("sabe.", 1)).sent().getFirst();
    assertThat(browser.get(voice + "/renderings/new").body())
        .contains("value=\"transcript\" checked");
    var fields = List.of("kind", "transcript", "from", "0:01", "to", "1:05", "words", "sabe");
    browser.post(voice + "/renderings", fields.toArray(String[]::new));
    assertThat(told.text(voice)).contains("Transcript", "from 0:01 to 1:05");
  }

  @Test
  void a_caseworker_prepares_it_so_that_another_need_not_read_it() {
    var told = told();
    var chat = Files.to(told).file("chat.txt", CHAT).sent().getFirst();
    var staff = reader(told);
    staff.get(chat + "/prepare");
    staff.post(chat + "/prepare", "summary", "An offer, politely put.", "lines", "2-4");
    assertThat(staff.get(chat).text()).contains("You prepared it for reading.");
    for (var page : new String[] {chat, chat + "/messages"}) {
      assertThat(told.text(page))
          .contains("Prepared for you", "An offer, politely put.", "so that you need not");
      assertThat(browser.get(page).body())
          .contains(chat + "/messages?line=2")
          .doesNotContain("your parents");
    }
    assertThat(told.text(chat)).contains("N. heron", "prepared it for reading.");
  }

  /** The browser of a caseworker whom the person lets read their case. */
  private TestBrowser reader(Told told) {
    var staff = Founder.invite(node, keeper, "caseworker", "heron");
    keeper.browser().get("/members");
    for (var one : List.of(told.person(), staff)) {
      one.browser().get("/sign-in");
      var fields = List.of("name", one.name(), "passphrase", one.passphrase(), "code", one.code(1));
      var in = one.browser().post("/sign-in", fields.toArray(String[]::new));
      assertThat(in.status()).isEqualTo(303);
    }
    var choice = Pattern.compile("value=\"([0-9a-f]{32})\"[^/]*N\\. heron");
    var found = choice.matcher(browser.get(told.base() + "/people").body());
    assertThat(found.find()).isTrue();
    browser.post(told.base() + "/people", "member", found.group(1));
    return staff.browser();
  }

  @Test
  void S3_10_language_and_mixing_are_proposed_and_a_person_confirms_them() {
    var told = told();
    var chat = Files.to(told).file("chat.txt", CHAT).sent().getFirst();
    assertThat(told.text(chat))
        .contains("ئۇيغۇرچە", "nobody has confirmed it", "look like several");
    assertThat(browser.get(chat + "/messages?open=page").text()).contains("Languages mixed");
    browser.get(chat + "/provenance");
    browser.post(chat + "/provenance", "languages", "ug", "dialect", "speech of one oasis");
    assertThat(told.text(chat))
        .contains("ئۇيغۇرچە", "speech of one oasis", "look like several")
        .doesNotContain("nobody has confirmed it");
  }

  @Test
  void S3_10_whatever_is_proposed_can_be_corrected_the_mixing_too() {
    var told = told();
    var chat = Files.to(told).file("chat.txt", CHAT).sent().getFirst();
    var form = browser.get(chat + "/provenance").body();
    for (var tag : Speech.tags()) {
      assertThat(form).as(tag).contains("name=\"languages\" value=\"" + tag + "\"");
    }
    browser.post(chat + "/provenance", "languages", "ug", "languages", "ckb", "mixing", "no");
    assertThat(told.text(chat))
        .contains("ئۇيغۇرچە", "Kurdish, Sorani")
        .doesNotContain("look like several", "Languages mixed");
    assertThat(browser.get(chat + "/messages?open=page").text())
        .contains("salam")
        .doesNotContain("Languages mixed");
    assertThat(browser.get(chat + "/provenance").body())
        .contains("value=\"no\" selected", "value=\"ckb\" checked");

    browser.post(chat + "/provenance", "languages", "ug", "mixing", "yes");
    assertThat(told.text(chat))
        .contains("Languages mixed")
        .doesNotContain("look like several", "Kurdish, Sorani");
    assertThat(browser.get(chat + "/messages?open=page").text()).contains("Languages mixed");
    browser.get(chat + "/provenance");
    browser.post(chat + "/provenance", "languages", "ug", "mixing", "perhaps");
    assertThat(told.text(chat)).as("not said").contains("look like several");
  }

  @Test
  void what_was_received_before_anybody_could_speak_of_mixing_is_read() {
    var before =
        "{\"exhibit\":\"e\",\"kind\":\"chat\",\"languages\":[\"ug\"],\"dialect\":\"oasis\"}";
    var read = ForgetfulJson.builder().build().readValue(before, ExhibitReceived.class);
    assertThat(read.dialect()).isEqualTo("oasis");
    assertThat(read.mixing()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          none     | No public authority had a part | Aucune autorité publique n’a pris part
          knew     | A public authority knew that   | Une autorité publique savait qu’elle
          directed | A public authority asked for   | Une autorité publique en a demandé
          """)
  void S2_3_the_story_says_who_recorded_and_whether_an_authority_took_part(
      String authority, String english, String french) {
    var told = told();
    var voice =
        Files.to(told)
            .field("obtainedFrom", "my cousin")
            .field("method", "self-recorded")
            .field("original", "first-copy")
            .field("recorder", "self")
            .field("authority", authority)
            .field("device", "my old telephone")
            .file("call.wav", Voice.wav("sabe.", 1))
            .sent()
            .getFirst();
    browser.get(voice + "?show=yes");
    browser.post(voice + "/why", "reason", "filing");
    var sheet = told.text(voice + "/custody?in=en");
    assertThat(sheet)
        .contains(
            "my cousin",
            "my old telephone",
            "a copy of the original",
            "recorded by somebody who took part",
            english,
            "Handed in by the person",
            "Opened by the person",
            "to prepare a complaint or a submission",
            "When it was obtained.")
        .containsPattern("Its length was measured by vigie-imports \\d+\\.\\d+");
    assertThat(sheet.split("public authority", -1)).as("one answer").hasSize(2);
    assertThat(told.text(voice + "/custody?in=fr"))
        .contains(
            "Chaîne de conservation de la pièce",
            french,
            "pour préparer une plainte",
            "Ouverte par")
        .containsPattern("vigie-imports \\d+\\.\\d+");
  }

  @Test
  void S3_12_the_story_claims_nothing_that_no_entry_says() {
    var told = told();
    var exhibit = Files.to(told).file("note.pdf", "%PDF-1.7 x").sent().getFirst();
    for (var language : new String[] {"en", "fr"}) {
      var said = told.text(exhibit + "/custody?in=" + language);
      assertThat(said)
          .contains(language.equals("en") ? "could not be verified" : "n’ont pas pu être vérifiés")
          .doesNotContainIgnoringCase("authenti");
    }
    assertThat(told.text(exhibit + "/custody"))
        .contains("Who had it before it came here.", "was not measured again")
        .doesNotContain("Opened by");
  }

  @Test
  void S0_1_an_export_is_sealed_and_checked_before_the_application_goes() {
    var told = told();
    var chat =
        Files.to(told).field("method", "app-export").file("family.txt", CHAT).sent().getFirst();
    browser.get(chat);
    browser.post(chat + "/verify");
    assertThat(told.text(chat)).contains("The file is exactly what was received.");
    assertThat(told.text(chat + "/custody")).contains("exported from an application");
  }

  @Test
  void S0_1_that_somebody_stopped_contact_is_an_impact_and_no_contact() {
    var told = told();
    told.incident("channel", "call", "when.year", "2024", "when.month", "4", "when.day", "2");
    var day = List.of("when.year", "2024", "when.month", "5", "when.day", "3");
    var impact = new ArrayList<>(List.of("channel", "none", "impact", "contact-stopped"));
    impact.addAll(List.of("original", "I never answer the family chat"));
    impact.addAll(day);
    assertThat(told.text(told.incident(impact.toArray(String[]::new))))
        .as("what it did to the person, no act of anybody")
        .contains("What it changed", "I stopped contact with others", "3 May 2024")
        .doesNotContain("not coded", "Who sent this could not be verified");
    var silent = new ArrayList<>(List.of("impact", "sleep"));
    silent.addAll(day);
    told.incident(silent.toArray(String[]::new));

    assertThat(told.text("/check-ins"))
        .contains("dormant since 2 April 2024")
        .doesNotContain("3 May 2024");
    assertThat(told.text("/timeline"))
        .contains("2 April 2024", "until today")
        .doesNotContain("3 May 2024", "Channel not known");
    assertThat(told.text(""))
        .contains("What it changed", "I stopped contact with others", "Sleep", "3 May 2024")
        .contains("One dated contact");
    for (var page : List.of("/links", "/sequence")) {
      assertThat(told.text(page)).as(page).doesNotContain("3 May 2024");
    }

    var threat = new ArrayList<>(List.of("original", "they know my street", "impact", "fear"));
    threat.addAll(day);
    told.incident(threat.toArray(String[]::new));
    assertThat(told.text("/check-ins"))
        .as("words that nobody coded yet may be a threat")
        .contains("dormant since 3 May 2024");
  }

  @Test
  void S3_3_a_threat_in_polite_words_is_taken_and_its_alias_stays_a_claim() {
    var told = told();
    var chat = Files.to(told).file("chat.txt", CHAT).sent().getFirst();
    var page =
        told.text(
            told.incident(
                "cite",
                id(chat) + ":2-3",
                "act",
                "threat-silence",
                "original",
                "ياخشى بولىدۇ",
                "claimedSender",
                "Bright Tea"));
    assertThat(page)
        .contains("Demand for silence or compliance", "ياخشى بولىدۇ")
        .contains("Exhibit 1", "Bright Tea claimed, not verified", "A0 – sender unknown")
        .contains("F – cannot be judged", "Who sent this could not be verified.");
  }

  @Test
  void S3_11_six_months_and_then_silence_are_shown_as_they_were() {
    var told = told();
    var chat = Files.to(told).file("long.txt", LongChat.of(2_000)).sent().getFirst();
    var page = browser.get(chat + "/messages");
    assertThat(page.text()).contains("days of silence", "Messages 1 to 50");
    assertThat(page.body()).contains("messages?at=1951").doesNotContain("word 1 ");
  }

  @Test
  void says_what_is_in_no_message_what_has_no_date_and_that_no_zone_is_known() {
    var told = told();
    var calls = "Number,Date,Duration\n+1 555 0100,soon,1\n+1 555 0101,31/12/2026 10:00,1\n";
    var exhibits =
        Files.to(told).file("chat.txt", "the end of it\n" + CHAT).file("calls.csv", calls).sent();
    assertThat(told.text(exhibits.getFirst() + "/messages"))
        .contains("14 bytes of the file are in no message; they are in the original.")
        .contains("it does not say in which time zone")
        .doesNotContain("No date that can be read");
    var alone = CHAT + "26/03/2024, 10:14 - Sister: PTT-20240213-WA0001.opus (file attached)\n";
    var media = Files.to(told).file("b.txt", alone).sent().getLast();
    assertThat(told.text(media + "/messages"))
        .contains("One file that a message names did not come along", "PTT-20240213-WA0001.opus");
    assertThat(told.text(exhibits.getFirst() + "/messages")).doesNotContain("did not come along");
    assertThat(told.text(exhibits.getLast() + "/messages"))
        .contains("No date that can be read: soon", "31 December 2026");
    var early = CHAT + "25/03/2019, 10:14 - Sister: quoted from an older phone\n";
    var doubted = Files.to(told).file("c.txt", early).sent().getLast();
    assertThat(told.text(doubted + "/messages"))
        .contains("One thing the reader was not sure of", "lies back in time; kept as text");
  }

  @Test
  void a_recording_says_how_its_sound_is_kept_and_the_date_written_inside() {
    var told = told();
    var plain = Voice.wav("sabe.", 1);
    var chunk = java.nio.ByteBuffer.allocate(610).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    chunk.put("bext".getBytes(StandardCharsets.US_ASCII)).putInt(602).position(328);
    chunk.put("2026-01-1518:04:05".getBytes(StandardCharsets.US_ASCII));
    var dated = new java.io.ByteArrayOutputStream();
    dated.write(plain, 0, 12);
    dated.writeBytes(chunk.array());
    dated.write(plain, 12, plain.length - 12);
    var both = Files.to(told).file("a.wav", plain).file("b.wav", dated.toByteArray()).sent();
    assertThat(told.text(both.getFirst()))
        .containsPattern("pcm, \\d+ Hz, channels: 1")
        .doesNotContain("Date inside the file");
    assertThat(told.text(both.getLast())).contains("2026-01-15 18:04:05", "it can be wrong");
  }

  @Test
  void messages_without_a_time_are_paged_and_shown_like_others() throws Exception {
    var out = new java.io.ByteArrayOutputStream();
    var watch = new MessageIndex.Watch(out);
    for (var n = 1; n <= 120; n++) {
      var line = "{\"n\":" + n + ",\"line\":" + n + ",\"time\":null,\"text\":\"x\"}\n";
      watch.write(line.getBytes(StandardCharsets.UTF_8));
    }
    var index = MessageIndex.parse(watch.index().encoded());
    assertThat(index.pages()).extracting(MessageIndex.Start::n).containsExactly(1L, 51L, 101L);
    assertThat(index.silences()).isEmpty();
  }
}
