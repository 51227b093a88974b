package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.CheckResult;
import org.vigie.evidence.PackageCheck;
import org.vigie.ledger.Hash;
import org.vigie.node.TestNode;
import org.vigie.node.demo.files.Voice;
import org.vigie.node.exhibit.ExhibitReceived;
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
