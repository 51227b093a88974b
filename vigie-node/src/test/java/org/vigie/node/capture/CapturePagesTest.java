package org.vigie.node.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Language;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;
import org.vigie.node.shell.Messages;

/** What has no export is kept as people keep it: screenshots, addresses, numbers behind names. */
@SuppressWarnings("NullAway.Init")
class CapturePagesTest {

  private static final Pattern EXHIBIT = Pattern.compile("name=\"page\\.([0-9a-f]+)\"");
  private static final Pattern LINK = Pattern.compile("<h2><a href=\"([^\"]*)\"");
  private static final String CHAT =
      """
      13/02/2024, 10:11 - Sister: salam
      13/02/2024, 10:12 - Bright Tea: Stop speaking
      13/02/2024, 10:13 - +852 5555 0102: and think
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

  private Told told() {
    var person = Founder.invite(node, keeper, "person", "reed " + ++people);
    browser = person.browser();
    return Told.by(person, "somebody called");
  }

  @SafeVarargs
  private final TestBrowser.Answer send(
      String form, String to, List<String> fields, Map.Entry<String, byte[]>... files) {
    browser.get(form);
    var parts = new ArrayList<InputStream>();
    parts.add(utf8(TestBrowser.part("_csrf", browser.token())));
    for (var i = 0; i < fields.size(); i += 2) {
      parts.add(utf8(TestBrowser.part(fields.get(i), fields.get(i + 1))));
    }
    for (var file : files) {
      parts.add(
          utf8(
              "--b7d1\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                  + file.getKey()
                  + "\"\r\nContent-Type: image/png\r\n\r\n"));
      parts.add(new ByteArrayInputStream(file.getValue()));
      parts.add(utf8("\r\n"));
    }
    parts.add(utf8("--b7d1--\r\n"));
    return browser.postMultipart(to, new SequenceInputStream(Collections.enumeration(parts)));
  }

  private static InputStream utf8(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map.Entry<String, byte[]> screen(int n) throws IOException {
    var image = new BufferedImage(30, 60 + n, BufferedImage.TYPE_INT_RGB);
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return Map.entry("Screenshot_" + n + ".png", out.toByteArray());
  }

  private static List<String> places(String page) {
    return EXHIBIT.matcher(page).results().map(found -> found.group(1)).toList();
  }

  @Test
  void S0_1_whoever_has_no_export_reads_what_to_keep_before_the_app_is_gone() {
    var told = told();
    assertThat(browser.get(told.base() + "/exhibits/add").body())
        .contains("href=\"" + told.base() + "/exhibits/capture\"");
    assertThat(told.text("/exhibits/capture"))
        .contains("Before you uninstall an app, log out or change phones: keep first.")
        .contains("WeChat ID", "each repeating the last message", "do not crop")
        .contains("Messages that vanish")
        .contains("Nobody here asks you to record a call.");
  }

  @Test
  void no_page_asks_anybody_to_record_a_call() throws IOException {
    var told = told();
    for (var language : List.of(Language.EN, Language.FR)) {
      browser.with("Accept-Language", language.tag());
      assertThat(told.text("/exhibits/capture"))
          .contains(noRecording(language).getFirst())
          .contains(
              language == Language.EN ? "articles 226-1 and 226-2" : "articles 226-1 et 226-2")
          .contains(
              language == Language.EN
                  ? "Decide yourself, and let nobody direct you."
                  : "Décidez par vous-même, et ne laissez personne vous diriger.");
      assertThat(told.text("/exhibits/add"))
          .contains(
              language == Language.EN
                  ? "Nobody here asks you to record anything, for anyone."
                  : "Personne ici ne vous demande d’enregistrer quoi que ce soit");
      assertThat(ofCalls(language)).containsExactlyInAnyOrderElementsOf(noRecording(language));
    }
    try (var templates = Files.walk(Path.of("src/main/jte"))) {
      for (var template : templates.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(template))
            .as("opens a microphone or a camera: %s", template)
            .doesNotContainPattern("<input[^>]*\\scapture\\b");
      }
    }
  }

  /** Whatever pages may say of recording calls: that nobody asks for it. */
  private static List<String> noRecording(Language language) {
    return language == Language.EN
        ? List.of(
            "Nobody here asks you to record a call.",
            "Calls do not need to be recorded; the time and the words are enough.")
        : List.of(
            "Personne ici ne vous demande d’enregistrer un appel.",
            "Il n’est pas nécessaire d’enregistrer les appels\u00A0; l’heure et les mots suffisent.");
  }

  /** What any page says of recording and of calls in one breath. */
  private static List<String> ofCalls(Language language) {
    var messages = Messages.load();
    var recording = Pattern.compile("(?i)\\brecord|\\benregistr");
    var call = Pattern.compile("(?i)\\bcalls?\\b|\\bappels?\\b");
    return messages.keys(language).stream()
        .flatMap(
            key -> Pattern.compile("(?<=[.?!])\\s").splitAsStream(messages.text(language, key)))
        .filter(said -> recording.matcher(said).find() && call.matcher(said).find())
        .toList();
  }

  @Test
  void screenshots_come_in_at_once_and_their_order_can_be_corrected() throws IOException {
    var told = told();
    var form = told.base() + "/exhibits/capture";
    var kept =
        send(
            form,
            told.base() + "/exhibits/series",
            List.of("about", "the WeChat of an officer"),
            screen(1),
            screen(2),
            screen(3));
    assertThat(kept.status()).as(kept.text()).isEqualTo(303);
    var series = kept.location();
    var page = browser.get(series);
    assertThat(page.text()).contains("3 screenshots.", "the WeChat of an officer");
    assertThat(page.body()).as("pictures only when asked for").doesNotContain("/preview\"");
    assertThat(browser.get(series + "?show=yes").body()).contains("/preview\"");
    var before = places(page.body());
    assertThat(before).hasSize(3);

    browser.post(series, "page." + before.get(2), "1", "about", "the WeChat of an officer");
    assertThat(places(browser.get(series).body()))
        .containsExactly(before.get(2), before.get(0), before.get(1));
    browser.post(series, "page." + before.get(2), "3", "about", "the WeChat of an officer");
    assertThat(places(browser.get(series).body())).isEqualTo(before);

    var exhibit = told.base() + "/exhibits/" + before.get(1);
    assertThat(told.text(exhibit)).contains("Part of a series", "Page 2 of 3");
    send(series, series + "/more", List.of(), screen(4));
    assertThat(places(browser.get(series).body())).hasSize(4).startsWith(before.get(0));
    assertThat(told.text("/exhibits")).contains("Exhibit 4");
  }

  @Test
  void an_address_is_kept_with_when_it_was_seen_and_is_never_a_link() throws IOException {
    var told = told();
    var form = told.base() + "/exhibits/address";
    var kept =
        send(
            form,
            form,
            List.of(
                "address", "https://posts.example/officer/77",
                "seen.day", "3",
                "seen.month", "2",
                "seen.year", "2026",
                "words", "my photograph, with the word traitor"),
            screen(1));
    assertThat(kept.status()).as(kept.text()).isEqualTo(303);
    var page = browser.get(kept.location());
    assertThat(page.text())
        .contains("hxxps://posts[.]example/officer/77", "3 February 2026", "Screenshot_1.png");
    assertThat(page.body()).doesNotContain("href=\"https://posts", "src=\"https://posts");
    var exhibit = kept.location().replace("/address", "");
    assertThat(told.text(exhibit))
        .contains("An address somebody saw", "hxxps://posts[.]example/officer/77", "Web page");
    assertThat(told.text(exhibit + "/receipt")).contains("The proof will be here on");
    var bytes = browser.get(exhibit + "/original").body();
    assertThat(bytes)
        .startsWith("vigie-address-note/1\naddress: https://posts.example/officer/77\n")
        .contains("seen: 2026-02-03\n", "my photograph, with the word traitor");
    var attached = LINK.matcher(browser.get(told.base() + "/exhibits").body()).results().toList();
    assertThat(attached).hasSize(2);
    assertThat(told.text(attached.getFirst().group(1))).contains("An address somebody saw");
  }

  @Test
  void a_form_with_nothing_in_it_keeps_nothing_and_says_so() {
    var told = told();
    var form = told.base() + "/exhibits/address";
    assertThat(send(form, form, List.of("address", " ")).location()).isEqualTo(form);
    assertThat(told.text("/exhibits/address")).contains("Nothing was typed");
    assertThat(told.text("/exhibits")).contains("There is no exhibit yet");
  }

  @Test
  void a_number_behind_a_saved_name_is_asked_for_and_joins_the_callers_with_where_it_is_from() {
    var told = told();
    var add = told.base() + "/exhibits/add";
    var card =
        """
        BEGIN:VCARD
        VERSION:3.0
        FN:Bright Tea
        TEL;TYPE=CELL:+852 5555 0101
        END:VCARD
        """;
    send(
        add,
        told.base() + "/exhibits",
        List.of(),
        Map.entry("chat.txt", CHAT.getBytes(StandardCharsets.UTF_8)),
        Map.entry("tea.vcf", card.getBytes(StandardCharsets.UTF_8)));
    var chat =
        LINK.matcher(browser.get(told.base() + "/exhibits").body())
            .results()
            .map(found -> found.group(1))
            .toList()
            .getFirst();
    assertThat(told.text(chat)).contains("Numbers behind names", "nothing is guessed");
    var names = browser.get(chat + "/names").body();
    assertThat(names)
        .contains("<option value=\"0\">Sister</option>", "<option value=\"1\">Bright Tea</option>")
        .as("what is a number already is not asked for")
        .doesNotContain(">+852 5555 0102<");
    assertThat(told.text("/callers")).as("nothing is guessed").doesNotContain("5555 0101");

    browser.post(chat + "/names", "name", "1");
    assertThat(told.text(chat + "/names")).contains("A name and a number are both needed");
    var option = Pattern.compile("<option value=\"([0-9a-f]+\\.1\\.0)\">").matcher(names);
    assertThat(option.find()).isTrue();
    browser.post(chat + "/names", "name", "1", "card", option.group(1));
    assertThat(told.text(chat + "/names"))
        .contains("Bright Tea", "+852 5555 0101", "from a contact card kept as an exhibit");
    var caller = Pattern.compile("href=\"([^\"]*/callers/[0-9a-f]+)\"");
    var link = caller.matcher(browser.get(chat + "/names").body());
    assertThat(link.find()).isTrue();
    assertThat(told.text(link.group(1)))
        .contains("+852 5555 0101", "Bright Tea")
        .contains("Exhibit 1", "shows this saved name")
        .doesNotContain("Sister");
  }
}
