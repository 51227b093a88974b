package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.CheckResult;
import org.vigie.evidence.PackageCheck;
import org.vigie.imports.pdf.PdfText;
import org.vigie.kernel.Refusal;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.node.TestNode;
import org.vigie.node.demo.files.Photo;
import org.vigie.node.demo.files.Voice;
import org.vigie.node.house.Founder;

/** Making a dossier and checking it elsewhere, page by page, without scripts. */
@SuppressWarnings("NullAway.Init")
class DossierTest {

  private static final String UYGHUR = "بالىلىرىڭنى ئويلا، جىم تۇر";
  private static final String TIBETAN = "ང་ལ་ཁ་པར་བཏང་བྱུང་།";
  private static final String CHINESE = "我们知道你住在哪里。";
  private static final String URDU = "خاموش رہو ورنہ تمہارے گھر والے";
  private static final String RUSSIAN = "Молчи, мы знаем твой адрес.";
  private static final String FRENCH = "Un homme a appelé et m’a dit de me taire.";
  private static final String CHAT =
      """
      13/02/2024, 10:11 - Sister: salam, the school is called Mulberry
      13/02/2024, 10:12 - Bright Tea: Stop speaking
      and think of your mother
      25/03/2024, 09:02 - Sister: ئۇ ماڭا 你知道 دېدى
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

  private static Author tell(String words, String language) {
    people++;
    return Author.tell(
        Founder.invite(node, keeper, "person", "swallow " + people), words, language);
  }

  /** Publishes what waits for the custody log, in larger and more frequent batches than a house. */
  private static void publish() {
    var log = node.part(CustodyLog.class);
    while (log.waiting() > 0) {
      node.later(Duration.ofSeconds(2));
      var _ = log.publishIfDue(new PublicationSchedule(Duration.ofSeconds(1), 256));
    }
  }

  @Test
  void J5_is_redacted_sealed_to_a_key_and_opens_and_checks_elsewhere() throws Exception {
    Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/age")), "Debian's age is not installed");
    var author = tell(FRENCH, "fr").agree("un", "yes");
    author.incident("original", UYGHUR, "language", "ug", "claimedSender", "an official");
    var chat = author.attach("chat.txt", CHAT.getBytes(UTF_8));
    var photo = author.attach("photo.jpg", Photo.door(1));
    var voice = author.attach("voice.wav", Voice.wav("sabe la porta.", 1));
    publish();
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    author.cover(dossier, chat, "unit", "1", "mode", "cover", "shown", "1-3");
    author.cover(dossier, photo, "cell", "1", "cell", "2");
    author.cover(dossier, voice, "from.1", "0", "to.1", "0.5");
    var key = key();
    author.look(dossier);
    var gone =
        author
            .browser()
            .download(
                dossier + "/release", "form", "package", "seal", "key", "key", recipient(key));
    assertThat(gone.status()).isEqualTo(200);
    assertThat(gone.fileName()).matches("dossier-[0-9a-f]{8}\\.zip\\.age");
    var sealed = Files.write(out.resolve("dossier.zip.age"), gone.bytes());
    var zip = out.resolve("dossier.zip");
    run("age", "-d", "-i", key.toString(), "-o", zip.toString(), sealed.toString());
    assertThat(PackageCheck.check(zip)).isNotEmpty().noneMatch(CheckResult::isFailure);
    var files = Unzipped.of(zip);
    assertThat(files.text("data/derived/P-001.txt"))
        .contains("Stop speaking", "ئۇ ماڭا 你知道 دېدى")
        .doesNotContain("Mulberry");
    assertThat(files.names()).contains("data/derived/P-002.png", "data/derived/P-003.wav");
    var sent = author.browser().get(author.base + "/sent").text();
    assertThat(sent).contains("Special Rapporteur").contains("sealed to the recipient’s key");
  }

  private Path key() throws Exception {
    var file = out.resolve("key.txt");
    run("age-keygen", "-o", file.toString());
    return file;
  }

  private static String recipient(Path key) throws IOException {
    var found = Pattern.compile("public key: (age1\\S+)").matcher(Files.readString(key));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static void run(String... command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  @Test
  void speaks_six_scripts_in_one_document() throws IOException, Refusal {
    var author = tell(FRENCH, "fr").agree("un", "yes");
    author.incident("original", UYGHUR, "language", "ug", "claimedSender", "an official");
    author.incident("original", TIBETAN, "language", "bo");
    author.incident("original", CHINESE, "language", "zh-Hans");
    author.incident("original", URDU, "language", "ur");
    author.incident("original", RUSSIAN, "language", "ru");
    author.attach("chat.txt", CHAT.getBytes(UTF_8));
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    var paper = author.release(dossier, "pdf");
    Files.write(
        Files.createDirectories(Path.of("target")).resolve("J5-dossier.pdf"), paper.bytes());
    assertThat(PdfText.spoken(paper.bytes()))
        .contains(FRENCH, UYGHUR, TIBETAN, CHINESE, URDU, RUSSIAN);
  }

  @Test
  void S_71_and_S_73_proves_receipt_in_the_log_and_every_altered_byte_is_caught() throws Exception {
    var author = tell("He called", "en").agree("un", "yes");
    author.attach("chat.txt", CHAT.getBytes(UTF_8));
    publish();
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    var bytes = author.release(dossier, "package").bytes();
    var zip = Files.write(out.resolve("dossier.zip"), bytes);
    assertThat(PackageCheck.check(zip)).noneMatch(CheckResult::isFailure);
    var files = Unzipped.of(zip);
    assertThat(files.names()).contains("proofs/P-001.tlog-proof", "proofs/P-001.salt");
    assertThat(files.text("data/originals/P-001.txt")).isEqualTo(CHAT);
    files.into(out.resolve("bag"));
    run("sh", "-c", "cd '" + out.resolve("bag") + "' && sha256sum -c --quiet SHA256SUMS");
    for (var at = 0; at < bytes.length; at += bytes.length / 40 + 1) {
      var altered = bytes.clone();
      altered[at] ^= 1;
      var broken = Files.write(out.resolve("altered.zip"), altered);
      assertThat(found(broken)).as("byte %d", at).isTrue();
    }
  }

  private static boolean found(Path broken) throws IOException {
    try {
      return PackageCheck.check(broken).stream().anyMatch(CheckResult::isFailure);
    } catch (Refusal notAPackage) {
      return true;
    }
  }

  @Test
  void S3_12_and_S3_13_says_in_every_paper_what_could_not_be_verified()
      throws IOException, Refusal {
    var author = tell("He called", "en").agree("un", "yes").agree("complaint", "yes");
    author.incident("original", "be silent", "number", "+852 5555 0134");
    for (var language : new String[] {"en", "fr"}) {
      var dossier = author.begin("Special Rapporteur", language);
      author.chooseAll(dossier);
      var said = PdfText.spoken(author.release(dossier, "pdf").bytes());
      assertThat(said)
          .contains(
              language.equals("en")
                  ? "could not be independently verified"
                  : "n’ont pas pu être vérifiés de manière indépendante");
      assertThat(said)
          .contains(
              language.equals("en")
                  ? "Who sent this could not be verified."
                  : "Il n’a pas été possible de vérifier qui en est l’auteur.");
      assertThat(said).contains("+852 5555 0134");
      var zip = Files.write(out.resolve("d.zip"), author.release(dossier, "package").bytes());
      for (var name : new String[] {"dossier.html", "dossier.txt"}) {
        assertThat(Unzipped.of(zip).text("data/documents/" + name))
            .as(name)
            .contains(
                language.equals("en")
                    ? "could not be independently verified"
                    : "n’ont pas pu être vérifiés de manière indépendante")
            .contains(
                language.equals("en")
                    ? "Who sent this could not be verified."
                    : "Il n’a pas été possible de vérifier qui en est l’auteur.");
      }
      assertThat(said)
          .contains(
              language.equals("en") ? "A displayed number can be forged" : "peut être falsifié");
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
    var letter = PdfText.spoken(author.release(complaint, "pdf").bytes());
    assertThat(letter)
        .contains("Il n’a pas été possible de vérifier qui en est l’auteur.")
        .contains("contre X");
  }

  @Test
  void S_70_claims_nothing_to_be_authentic_verified_or_captured() throws Exception {
    var author = tell("He called", "en").agree("un", "yes");
    author.incident("original", "be silent", "claimedSender", "an official");
    author.attach("chat.txt", CHAT.getBytes(UTF_8));
    for (var language : new String[] {"en", "fr"}) {
      var dossier = author.begin("Special Rapporteur", language);
      author.chooseAll(dossier);
      var zip = Files.write(out.resolve("d.zip"), author.release(dossier, "package").bytes());
      var files = Unzipped.of(zip);
      for (var name : new String[] {"data/documents/dossier.txt", "manifest.json"}) {
        var said =
            files
                .text(name)
                .replaceAll("(could not be|has not been) (independently )?verified", "")
                .replaceAll("pas (pu être|été) (vérifiés?|contrôlés?)", "");
        assertThat(said)
            .doesNotContainIgnoringCase("authenti")
            .doesNotContainIgnoringCase("captured")
            .doesNotContainIgnoringCase("verified")
            .doesNotContainIgnoringCase("vérifié à");
      }
      assertThat(files.text("data/documents/dossier.txt"))
          .contains(files.sha256("data/originals/P-001.txt"))
          .contains(language.equals("en") ? "Received, hashed and sealed" : "Reçue, empreinte");
    }
  }

  @Test
  void S3_10_keeps_mixed_dialects_as_they_are_written() throws Exception {
    var author = tell("He called", "en").agree("un", "yes");
    author.incident("original", "ئۇ ماڭا 你知道 دېدى", "language", "ug");
    author.attach("chat.txt", CHAT.getBytes(UTF_8));
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    var zip = Files.write(out.resolve("d.zip"), author.release(dossier, "package").bytes());
    assertThat(Unzipped.of(zip).text("data/originals/P-001.txt")).isEqualTo(CHAT);
    assertThat(Unzipped.of(zip).text("data/documents/dossier.txt")).contains("ئۇ ماڭا 你知道 دېدى");
  }

  @Test
  void S2_2_shows_the_number_and_nothing_of_another_case_with_it() throws Exception {
    var number = "+852 5555 0177";
    var other = tell("The other one said the word cinnabar", "en").agree("un", "yes");
    other.incident("original", "cinnabar words", "number", number);
    var author = tell("He called", "en").agree("un", "yes");
    author.incident("original", "be silent", "number", number);
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    var bytes = author.release(dossier, "package").bytes();
    assertThat(new String(bytes, UTF_8)).contains(number).doesNotContain("cinnabar");
  }

  @Test
  void S1_14_names_the_person_as_they_chose_for_this_kind_of_recipient() throws Exception {
    var author = tell("He called", "en").agree("un", "yes").agree("complaint", "yes");
    author.browser().get(author.base + "/names");
    author
        .browser()
        .post(
            author.base + "/names",
            "pseudonym",
            "Swallow",
            "name.un",
            "K. A.",
            "name.prosecutor",
            "Kaysar Example");
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    var said = PdfText.spoken(author.release(dossier, "pdf").bytes());
    assertThat(said).contains("K. A.").doesNotContain("Kaysar Example");
  }

  @Test
  void a_complaint_carries_the_address_of_an_association_instead_of_the_home() throws Exception {
    var author = tell(FRENCH, "fr").agree("complaint", "yes");
    author.incident("original", UYGHUR, "language", "ug");
    author.attach("chat.txt", CHAT.getBytes(UTF_8));
    var dossier =
        author.begin(
            "complaint",
            "recipient",
            "Tribunal judiciaire d’Exempleville",
            "name",
            "Personne A",
            "address-kind",
            "host",
            "host",
            "l’association Exemple",
            "host-address",
            "1 rue de l’Exemple\n00000 Exempleville",
            "own-address",
            "9 impasse Cachée",
            "place",
            "Exempleville",
            "language",
            "en");
    author.chooseAll(dossier);
    var zip = Files.write(out.resolve("d.zip"), author.release(dossier, "package").bytes());
    assertThat(PackageCheck.check(zip)).noneMatch(CheckResult::isFailure);
    var files = Unzipped.of(zip);
    assertThat(files.names())
        .contains(
            "data/documents/letter.pdf",
            "data/documents/letter-en.pdf",
            "data/documents/account.pdf",
            "data/documents/exhibits.pdf");
    assertThat(PdfText.spoken(files.bytes("data/documents/exhibits.pdf")))
        .contains(files.sha256("data/originals/P-001.txt"))
        .contains("Reçue, empreinte calculée, scellée")
        .contains("n’ont pas pu être vérifiés");
    assertThat(files.text("data/documents/letter.txt"))
        .contains("l’association Exemple", "40-4-1", "Personne A", UYGHUR)
        .doesNotContain("Cachée");
  }

  @Test
  void S_93_shows_what_people_typed_as_text() {
    var author = tell("<b>bold</b> \u202Egnitlif", "en").agree("un", "yes");
    var name = "<script>alert(1)</script> \"&' Büro 办公室";
    var dossier = author.begin(name, "en");
    author.incident("original", "<img src=x onerror=1>");
    author.chooseAll(dossier);
    assertThat(author.release(dossier, "package").status()).isEqualTo(200);
    for (var page :
        new String[] {
          dossier,
          dossier + "/recipient",
          dossier + "/contents",
          dossier + "/consent",
          dossier + "/release",
          author.base + "/sent",
          author.base + "/dossiers"
        }) {
      var answer = author.browser().get(page);
      assertThat(answer.status()).as(page).isEqualTo(200);
      assertThat(answer.body()).as(page).doesNotContain("<script").doesNotContain("<img src=x");
    }
  }
}
