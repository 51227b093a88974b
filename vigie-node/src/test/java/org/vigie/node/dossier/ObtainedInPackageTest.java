package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.CheckResult;
import org.vigie.evidence.IntakeRecord;
import org.vigie.evidence.PackageCheck;
import org.vigie.imports.pdf.PdfText;
import org.vigie.ledger.Hash;
import org.vigie.node.TestNode;
import org.vigie.node.demo.files.Voice;
import org.vigie.node.exhibit.ExhibitIntake;
import org.vigie.node.exhibit.ExhibitReceived;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.house.Founder;

/** What the machine part of a package says of how an exhibit came, and what it does not. */
@SuppressWarnings("NullAway.Init")
class ObtainedInPackageTest {

  private static final String CHAT =
      """
      13/02/2024, 10:11 - Sister: salam
      13/02/2024, 10:12 - Bright Tea: PTT-20240213-WA0001.wav (file attached)
      """;

  @TempDir static Path home;
  @TempDir private Path out = Path.of("");
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

  private static Author tell() {
    var person = Founder.invite(node, keeper, "person", "swift " + ++people);
    return Author.tell(person, "He called", "en").agree("un", "yes");
  }

  private Unzipped release(Author author, String dossier) throws Exception {
    var answer = author.release(dossier, "package");
    assertThat(answer.status()).isEqualTo(200);
    var zip = Files.write(out.resolve("dossier.zip"), answer.bytes());
    assertThat(PackageCheck.check(zip)).noneMatch(CheckResult::isFailure);
    return Unzipped.of(zip);
  }

  private static String[] leftOut(String language) {
    return language.equals("en")
        ? new String[] {
          "Who had it before that was told to this house, and is left out here",
          "A description of the device was given to this house, and is left out here"
        }
        : new String[] {
          "Qui l’avait auparavant a été dit à cette maison ; ce n’est pas écrit ici",
          "Une description de l’appareil a été donnée à cette maison ; elle n’est pas écrite"
        };
  }

  private static Author withWordsOfOthers() {
    var author = tell();
    var said =
        new ExhibitReceived.Provenance("my cousin Qumru", "", "", "", "", "Turfan handset", "", "");
    var note =
        author.base + "/exhibits/" + author.attach("note.txt", "salam".getBytes(UTF_8), said);
    author.browser().get(note + "?show=yes");
    author.browser().post(note + "/why", "words", "Aqsu wanted to know");
    return author;
  }

  @Test
  void what_was_said_of_others_and_stays_here_is_said_to_stay_here_in_every_paper()
      throws Exception {
    var author = withWordsOfOthers().agree("complaint", "yes");
    for (var language : List.of("en", "fr")) {
      var dossier = author.begin("Special Rapporteur", language);
      author.chooseAll(dossier);
      var files = release(author, dossier);
      for (var paper : List.of("dossier.html", "dossier.txt", "dossier.pdf")) {
        assertThat(said(files, paper)).as(paper).contains(leftOut(language));
      }
      assertThat(said(files, "dossier.html"))
          .contains(
              language.equals("en")
                  ? "A reason for opening it was given by the person, in words that are left out here"
                  : "Une raison de l’ouvrir a été donnée par la personne, en des mots qui ne sont")
          .doesNotContain("Who had it before it came here", "Qui l’avait avant qu’elle");
      assertNoneOf(files, "Qumru", "Turfan", "Aqsu");
    }
    var complaint =
        author.begin(
            "complaint",
            "recipient",
            "Tribunal judiciaire d’Exempleville",
            "name",
            "Personne A",
            "language",
            "fr");
    author.chooseAll(complaint);
    var files = release(author, complaint);
    assertThat(said(files, "exhibits.pdf")).contains(leftOut("fr"));
    assertNoneOf(files, "Qumru", "Turfan", "Aqsu");
  }

  @Test
  void with_consent_for_relatives_who_had_it_and_on_what_device_is_told() throws Exception {
    var author = withWordsOfOthers();
    for (var language : List.of("en", "fr")) {
      var dossier = author.begin("Special Rapporteur", language);
      author.browser().get(dossier + "/consent");
      author
          .browser()
          .post(dossier + "/consent", "answer", "yes", "scope", "all", "relatives", "yes");
      author.chooseAll(dossier);
      var files = release(author, dossier);
      for (var paper : List.of("dossier.html", "dossier.txt", "dossier.pdf")) {
        assertThat(said(files, paper))
            .as(paper)
            .contains("my cousin Qumru.", "Turfan handset.")
            .doesNotContain("left out here", "écrit ici", "écrite ici");
      }
      assertThat(said(files, "dossier.html")).contains("Aqsu wanted to know.");
    }
  }

  /** What a paper says, on one line and without the marks that keep directions apart. */
  private static String said(Unzipped files, String paper) throws Exception {
    var name = "data/documents/" + paper;
    var text = paper.endsWith(".pdf") ? PdfText.spoken(files.bytes(name)) : files.text(name);
    return text.replaceAll("[\u2066-\u2069]|</?bdi[^>]*>", "").replaceAll("[\\s\u00a0]+", " ");
  }

  private static void assertNoneOf(Unzipped files, String... words) throws Exception {
    for (var name : files.names()) {
      assertThat(files.text(name)).as(name).doesNotContain(words);
      if (name.endsWith(".pdf")) {
        for (var reading : PdfText.readings(files.bytes(name))) {
          assertThat(new String(reading, UTF_8)).as(name).doesNotContain(words);
        }
      }
    }
  }

  private static byte[] archive(byte[] voice) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("_chat.txt"));
      zip.write(CHAT.getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("PTT-20240213-WA0001.wav"));
      zip.write(voice);
    }
    return bytes.toByteArray();
  }

  @Test
  void S2_3_machines_read_who_recorded_and_whether_an_authority_took_part() throws Exception {
    var author = tell();
    author.attach(
        "call.wav",
        Voice.wav("sabe.", 1),
        new ExhibitReceived.Provenance(
            "my cousin",
            "self-recorded",
            "first-copy",
            "self",
            "directed",
            "my old telephone",
            "~2024-05",
            ""));
    author.attach(
        "note.txt",
        "salam".getBytes(UTF_8),
        new ExhibitReceived.Provenance("", "", "", "my uncle", "", "", "", ""));
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    var files = release(author, dossier);

    var manifest = files.text("manifest.json");
    assertThat(manifest)
        .contains(
            "\"authority_involvement\":\"directed\"",
            "\"copy\":\"first-copy\"",
            "\"method_code\":\"self-recorded\"",
            "\"obtained\":\"~2024-05\"",
            "\"recorder\":\"self\"")
        .as("nobody's own words")
        .doesNotContain("cousin", "telephone", "uncle");
    assertThat(manifest.split("\"recorder\"", -1)).as("no answer, no member").hasSize(2);
    assertThat(files.text("data/ro-crate-metadata.json"))
        .contains(
            "{\"@id\":\"#P-001-authority_involvement\"}",
            "\"propertyID\":\"authority_involvement\",\"value\":\"directed\"",
            "\"propertyID\":\"recorder\",\"value\":\"self\"",
            "\"propertyID\":\"copy\",\"value\":\"first-copy\"")
        .doesNotContain("#P-002-");
  }

  @Test
  void a_record_made_in_the_second_before_its_entry_still_agrees_with_the_manifest()
      throws Exception {
    var author = tell();
    var note = author.attach("note.txt", "salam".getBytes(UTF_8));
    var register = author.open().register();
    var exhibit = Exhibits.of(register).find(note).orElseThrow();
    var bytes = exhibit.received().bytes();
    var earlier =
        new IntakeRecord(
            Hash.parseHex(bytes.sha256()),
            bytes.sha512(),
            bytes.length(),
            exhibit.at().minusSeconds(1),
            "upload",
            "");
    var salt = Base64.getEncoder().encodeToString(new byte[32]);
    register.append(
        Exhibits.INTAKE, new ExhibitIntake(note, new String(earlier.canonical(), UTF_8), salt));
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    var received = "\"received\":\"" + earlier.received() + "\"";
    assertThat(release(author, dossier).text("manifest.json")).contains(received);
  }

  @Test
  void a_file_from_an_archive_names_it_where_it_goes_along_whole_and_tells_nothing_else_of_it()
      throws Exception {
    var author = tell();
    var bytes = archive(Voice.wav("be silent", 7));
    var archive = author.attach("chat.zip", bytes);
    var page = author.base + "/exhibits/" + archive;
    author.browser().get(page + "/messages");
    var note = author.browser().post(page + "/enclosed", "enclosed", "2").location();
    author.agree("un", "yes");

    var whole = author.begin("Special Rapporteur", "en");
    author.chooseAll(whole);
    var files = release(author, whole);
    assertThat(files.text("manifest.json"))
        .contains("\"taken_from\":\"P-001\"", "\"event\":\"enclosed\"");
    assertThat(files.text("data/ro-crate-metadata.json"))
        .contains("\"propertyID\":\"taken_from\",\"value\":\"P-001\"");
    assertThat(page(files)).contains("Taken out of exhibit P-001 by the person");

    var alone = author.begin("Special Rapporteur", "en");
    author.browser().get(alone + "/contents");
    var id = note.substring(note.lastIndexOf('/') + 1);
    author.browser().post(alone + "/contents", "exhibit", id);
    tellsNothingOf(bytes, release(author, alone));

    var covered = author.begin("Special Rapporteur", "en");
    author.chooseAll(covered);
    author.cover(covered, archive, "unit", "1", "mode", "cover", "shown", "1-2");
    tellsNothingOf(bytes, release(author, covered));
  }

  /** The page for people, without the marks that keep directions of writing apart. */
  private static String page(Unzipped files) throws Exception {
    return files.text("data/documents/dossier.html").replaceAll("[\u2066-\u2069]|</?bdi[^>]*>", "");
  }

  private static void tellsNothingOf(byte[] archive, Unzipped files) throws Exception {
    assertThat(files.text("manifest.json"))
        .contains("\"taken_from\":\"\"", "\"event\":\"enclosed\"");
    assertThat(page(files))
        .contains("Taken out by the person of an exhibit that is not in this package");
    for (var name : files.names()) {
      assertThat(files.text(name)).as(name).doesNotContain(Hash.sha256(archive).toString());
    }
  }
}
