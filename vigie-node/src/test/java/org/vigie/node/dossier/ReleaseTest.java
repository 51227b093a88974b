package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Secret;
import org.vigie.node.LiveFiles;
import org.vigie.node.TestNode;
import org.vigie.node.demo.files.Exif;
import org.vigie.node.demo.files.Photo;
import org.vigie.node.house.Founder;
import org.vigie.seal.AgeFile;
import org.vigie.seal.PassphraseIdentity;

/** What keeps a dossier from leaving, and what is recorded when it does. */
@SuppressWarnings("NullAway.Init")
class ReleaseTest {

  private static final Pattern SECRET =
      Pattern.compile("<p class=\"secret\" dir=\"ltr\">([^<]*)</p>");

  @TempDir static Path home;
  private static TestNode node;
  private static Founder.Person keeper;
  private static int people;

  @BeforeAll
  static void found() {
    node = TestNode.start(home);
    keeper = Founder.found(node, "keeper");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static Author tell(String words) {
    people++;
    return Author.tell(Founder.invite(node, keeper, "person", "swallow " + people), words, "en");
  }

  /** The last look names no word, the release is refused, and nothing is listed as sent. */
  private static void refused(Author author, String dossier, String word, String place) {
    var look = author.look(dossier);
    assertThat(look.text()).contains("must never be said").contains(place);
    assertThat(look.body()).doesNotContain(word);
    var gone = author.browser().download(dossier + "/release", "form", "package", "seal", "open");
    assertThat(gone.status()).isEqualTo(400);
    assertThat(new String(gone.bytes(), UTF_8)).contains("must never be said").doesNotContain(word);
    assertThat(author.browser().get(author.base + "/sent").text())
        .contains("Nothing has left this case");
  }

  @Test
  void refuses_words_in_the_account_until_they_are_left_out() {
    var author = tell("He called. The school is called Mulberry. He called again.");
    author.agree("un", "yes").never("name", "Mulberry");
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    refused(author, dossier, "Mulberry", "The account");
    var words =
        Pattern.compile("href=\"([^\"]*/words/account/[0-9]+)\"")
            .matcher(author.browser().get(dossier).body());
    assertThat(words.find()).isTrue();
    author.browser().get(words.group(1));
    author.browser().post(words.group(1), "passage", "1");
    assertThat(author.look(dossier).text()).contains("It can go to");
    var gone = author.release(dossier, "package");
    assertThat(gone.status()).isEqualTo(200);
    assertThat(new String(gone.bytes(), UTF_8))
        .doesNotContain("Mulberry")
        .contains("He called again.");
  }

  @Test
  void refuses_a_number_in_a_chat_however_it_is_written_until_the_line_is_covered() {
    var author = tell("He called");
    author.agree("un", "yes").never("number", "+33 6 39 98 12 34");
    var chat = "13/02/2024, 10:11 - A: my number is ٠٦ ٣٩ ٩٨ ١٢ ٣٤\n13/02/2024, 10:12 - B: stop\n";
    var exhibit = author.attach("chat.txt", chat.getBytes(UTF_8));
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    refused(author, dossier, "39 98 12 34", "P-001");
    author.cover(dossier, exhibit, "unit", "1", "mode", "cover", "shown", "1-2");
    assertThat(author.release(dossier, "package").status()).isEqualTo(200);
  }

  @Test
  void S_87_refuses_words_in_the_hidden_details_of_a_picture_until_it_is_drawn_anew() {
    var author = tell("He called");
    author.agree("un", "yes").never("name", "Vigie Demo");
    var photo = Exif.of(LocalDateTime.of(2024, 2, 13, 22, 0), 48.1, 2.1).into(Photo.door(3));
    var exhibit = author.attach("photo.jpg", photo);
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    refused(author, dossier, "Vigie Demo", "P-001");
    author.cover(dossier, exhibit);
    assertThat(author.release(dossier, "package").status()).isEqualTo(200);
  }

  @Test
  void refuses_words_in_the_name_of_a_file_inside_an_archive() throws IOException {
    var author = tell("He called");
    author.agree("un", "yes").never("name", "Mulberry");
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("mulberry-school.txt"));
      out.write("stop".getBytes(UTF_8));
    }
    author.attach("export.zip", zip.toByteArray());
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    refused(author, dossier, "ulberry", "P-001");
  }

  @Test
  void refuses_words_in_what_was_typed_for_the_recipient() {
    var author = tell("He called");
    author.agree("un", "yes").never("name", "Mulberry");
    var dossier = author.begin("Friends of Mulberry", "en");
    author.chooseAll(dossier);
    var look = author.look(dossier);
    assertThat(look.text()).contains("must never be said").contains("paper");
    var gone = author.browser().download(dossier + "/release", "form", "pdf", "seal", "open");
    assertThat(gone.status()).isEqualTo(400);
  }

  @Test
  void offers_only_what_consent_covers() {
    var author = tell("He called");
    author.incident("original", "be silent");
    var dossier = author.begin("Special Rapporteur", "en");
    var page = author.browser().get(dossier + "/contents");
    assertThat(page.text()).contains("Stays here").contains("no yes for this recipient");
    assertThat(page.body()).doesNotContain("name=\"account\"").doesNotContain("name=\"incident\"");
    author.browser().post(dossier + "/contents", "account", "2", "incident", "anything");
    assertThat(author.browser().get(dossier).text()).contains("Nothing is chosen yet");
  }

  @Test
  void lets_consent_be_given_for_one_recipient_and_some_items() {
    var author = tell("He called");
    var covered = author.incident("original", "be silent");
    var id = covered.substring(covered.lastIndexOf('/') + 1);
    author.incident("original", "kept here");
    var dossier = author.begin("Special Rapporteur", "en");
    author.browser().get(dossier + "/consent");
    author.browser().post(dossier + "/consent", "answer", "yes", "scope", "some", "item", id);
    author.chooseAll(dossier);
    var gone = author.release(dossier, "package");
    assertThat(new String(gone.bytes(), UTF_8)).contains("be silent").doesNotContain("kept here");
    var other = author.begin("Another Rapporteur", "en");
    assertThat(author.browser().get(other + "/contents").text())
        .contains("no yes for this recipient");
  }

  @Test
  void a_no_to_one_recipient_holds_however_their_name_is_written() {
    var author = tell("He called").agree("un", "yes");
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    author.browser().get(dossier + "/consent");
    author.browser().post(dossier + "/consent", "answer", "no", "scope", "all");
    for (var written :
        List.of("SPECIAL  rapporteur", "Special\u00a0Rapporteur", "special Rapporteur")) {
      var other = author.begin(written, "en");
      assertThat(author.browser().get(other + "/contents").text())
          .contains("no yes for this recipient");
    }
    assertThat(author.browser().get(author.begin("Another", "en") + "/contents").text())
        .doesNotContain("no yes for this recipient");
  }

  @Test
  void refuses_after_consent_was_withdrawn() {
    var author = tell("He called").agree("un", "yes");
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    assertThat(author.look(dossier).text()).contains("It can go to");
    author.agree("un", "withdrawn");
    var gone = author.browser().download(dossier + "/release", "form", "package", "seal", "open");
    assertThat(gone.status()).isEqualTo(400);
    assertThat(new String(gone.bytes(), UTF_8)).contains("not covered by consent today");
    assertThat(author.browser().get(author.base + "/sent").text())
        .contains("Nothing has left this case");
  }

  @Test
  void refuses_when_consent_is_withdrawn_while_it_is_being_made() throws Exception {
    var author = tell("He called").agree("un", "yes");
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    var releases = node.part(Releases.class);
    var id = dossier.substring(dossier.lastIndexOf('/') + 1);
    var before = releases.material(author.open(), id);
    author.agree("un", "withdrawn");
    assertThatThrownBy(() -> releases.release(before, Releases.Form.PDF, null))
        .isInstanceOfSatisfying(
            DossierRefused.class,
            refused -> assertThat(refused.key()).isEqualTo("dossier.changed.conflict"));
    assertThat(Dossiers.of(author.open().register()).sent()).isEmpty();
  }

  @Test
  void S_46_what_was_erased_goes_into_no_dossier_any_more() throws Exception {
    var author = tell("He called").agree("un", "yes");
    author.incident("original", "words to erase");
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    var file = author.open().register();
    for (var entry : file.entries()) {
      if (entry.type().name().equals("incident.recorded")) {
        file.erase(entry.sequence());
      }
    }
    assertThat(author.look(dossier).text()).contains("not covered by consent today");
    author.chooseAll(dossier);
    var gone = author.release(dossier, "package");
    assertThat(gone.status()).isEqualTo(200);
    assertThat(new String(gone.bytes(), UTF_8)).doesNotContain("words to erase");
  }

  @Test
  void S_27_asks_for_the_passphrase_again() {
    var author = tell("He called").agree("un", "yes");
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    node.later(Duration.ofMinutes(6));
    assertThat(author.browser().get(dossier + "/release").location()).isEqualTo("/again");
    var gone = author.browser().download(dossier + "/release", "form", "package", "seal", "open");
    assertThat(gone.status()).isEqualTo(303);
  }

  @Test
  void seals_to_a_passphrase_that_is_shown_once() throws Exception {
    var author = tell("He called").agree("un", "yes");
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    author.look(dossier);
    var shown =
        author.browser().post(dossier + "/release", "form", "package", "seal", "passphrase");
    var found = SECRET.matcher(shown.body());
    assertThat(found.find()).isTrue();
    var words = found.group(1);
    assertThat(words.split(" ")).hasSize(7);
    var gone =
        author
            .browser()
            .download(
                dossier + "/release", "form", "package", "seal", "passphrase", "passphrase", words);
    assertThat(gone.fileName()).endsWith(".zip.age");
    try (var secret = Secret.take(words.getBytes(UTF_8))) {
      var zip = AgeFile.open(gone.bytes(), List.of(new PassphraseIdentity(secret)));
      assertThat(new String(zip, UTF_8)).contains("manifest.json");
    }
    assertThat(author.browser().get(author.base + "/sent").text())
        .contains("sealed with a passphrase");
  }

  @Test
  void takes_no_key_that_is_none() {
    var author = tell("He called").agree("un", "yes");
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    author.look(dossier);
    var page =
        author
            .browser()
            .post(dossier + "/release", "form", "package", "seal", "key", "key", "age1nonsense");
    assertThat(page.text()).contains("not a key a file can be sealed to");
    assertThat(author.browser().get(author.base + "/sent").text())
        .contains("Nothing has left this case");
  }

  @Test
  void S_01_leaves_nothing_readable_in_the_home() throws IOException {
    var author = tell("The lamp cafe was named").agree("un", "yes");
    var dossier = author.begin("Rapporteur on Lanterns", "en");
    author.chooseAll(dossier);
    var gone = author.release(dossier, "package");
    assertThat(new String(gone.bytes(), UTF_8)).contains("lamp cafe");
    LiveFiles.each(
        home,
        file -> {
          var content =
              new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
          assertThat(content)
              .as(file.getFileName().toString())
              .doesNotContain("lamp cafe")
              .doesNotContain("Rapporteur on Lanterns");
        });
  }

  @Test
  void S_33_is_not_there_for_anyone_without_the_case() {
    var author = tell("He called").agree("un", "yes");
    var dossier = author.begin("Special Rapporteur", "en");
    var stranger = tell("Something else").browser();
    assertThat(stranger.get(dossier).status()).isEqualTo(404);
    assertThat(stranger.get(author.base + "/sent").status()).isEqualTo(404);
  }
}
