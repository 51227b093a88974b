package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.CheckResult;
import org.vigie.evidence.PackageCheck;
import org.vigie.imports.pdf.PdfText;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.node.TestNode;
import org.vigie.node.cage.VoiceMask;
import org.vigie.node.demo.files.Voice;
import org.vigie.node.house.Founder;
import org.vigie.node.store.StampingOffice;

/** What else lies in a package: the page for any browser, metadata, quoted lines, time-stamps. */
@SuppressWarnings("NullAway.Init")
class PackagePageTest {

  private static final String CHAT =
      """
      13/02/2024, 10:11 - Sister: salam, the school is called Mulberry
      13/02/2024, 10:12 - Bright Tea: ياخشى بولىدۇ
      and think of your mother
      25/03/2024, 09:02 - Sister: he is gone
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

  private static Author tell(String words) {
    var person = Founder.invite(node, keeper, "person", "swift " + ++people);
    return Author.tell(person, words, "en").agree("un", "yes");
  }

  private static void publish() {
    var log = node.part(CustodyLog.class);
    while (log.waiting() > 0) {
      node.later(Duration.ofSeconds(2));
      var _ = log.publishIfDue(new PublicationSchedule(Duration.ofSeconds(1), 256));
    }
  }

  private Path release(Author author, String dossier) throws Exception {
    var answer = author.release(dossier, "package");
    assertThat(answer.status()).isEqualTo(200);
    var zip = Files.write(out.resolve("dossier.zip"), answer.bytes());
    assertThat(PackageCheck.check(zip)).noneMatch(CheckResult::isFailure);
    return zip;
  }

  @Test
  void opens_in_any_browser_and_tells_time_lines_custody_and_how_to_check() throws Exception {
    var author = tell("He called <b>at night</b>");
    var chat = author.attach("chat.txt", CHAT.getBytes(UTF_8));
    author.incident("cite", chat + ":2-3", "original", "ياخشى بولىدۇ", "language", "ug");
    author.browser().get(author.base + "/exhibits/" + chat + "/renderings/new");
    author
        .browser()
        .post(
            author.base + "/exhibits/" + chat + "/renderings",
            List.of("lines", "2-3", "words", "It will be well", "role", "interpreter")
                .toArray(String[]::new));
    for (var language : new String[] {"en", "fr"}) {
      var dossier = author.begin("Special Rapporteur", language);
      author.chooseAll(dossier);
      var zip = release(author, dossier);
      var page = Unzipped.of(zip).text("data/documents/dossier.html");
      assertThat(page)
          .contains(
              "<html lang=\"" + language,
              "He called &lt;b&gt;at night&lt;/b&gt;",
              "ياخشى بولىدۇ",
              "It will be well",
              "../originals/P-001.txt",
              Unzipped.of(zip).sha256("data/originals/P-001.txt"),
              language.equals("en") ? "Handed in by" : "Remise par",
              language.equals("en") ? "does not take its place" : "n’en prend pas la place")
          .doesNotContain("<script", "<b>at night", "http://", "src=", "onerror");
      assertThat(part(page, "timeline", "exhibits").replaceAll("</?bdi[^>]*>", ""))
          .contains(
              "ياخشى بولىدۇ",
              language.equals("en") ? "P-001, lines 2 to 3" : "P-001, lignes 2 à 3");
      assertThat(flowing(PdfText.spoken(Unzipped.of(zip).bytes("data/documents/dossier.pdf"))))
          .contains(
              "He called <b>at night</b>",
              "ياخشى بولىدۇ",
              "P-001",
              language.equals("en")
                  ? "could not be independently verified"
                  : "n’ont pas pu être vérifiés de manière indépendante");
      assertThat(page.substring(page.indexOf("id=\"check\"")))
          .contains("<code>sha256sum -c SHA256SUMS</code>", "href=\"../../VERIFY.txt\"");
      assertThat(Unzipped.of(zip).text("VERIFY.txt"))
          .contains("HOW TO CHECK THIS PACKAGE", "COMMENT CONTRÔLER CE DOSSIER")
          .containsSubsequence("sha256sum -c SHA256SUMS", "sha256sum -c SHA256SUMS");
      Files.write(
          Files.createDirectories(Path.of("target")).resolve("dossier-" + language + ".html"),
          page.getBytes(UTF_8));
    }
  }

  private static String flowing(String spoken) {
    return spoken.replace('\u00a0', ' ').replaceAll("\\s+", " ");
  }

  /** What stands between the headings with these ids. */
  private static String part(String page, String from, String to) {
    assertThat(page).contains("href=\"#" + from + "\"", "id=\"" + from + "\"", "id=\"" + to + "\"");
    return page.substring(page.indexOf("id=\"" + from + "\""), page.indexOf("id=\"" + to + "\""));
  }

  @Test
  void J5_quoted_lines_lie_in_the_original_where_the_manifest_says() throws Exception {
    var author = tell("He called");
    var chat = author.attach("chat.txt", CHAT.getBytes(UTF_8));
    author.incident("cite", chat + ":2-3", "original", "ياخشى بولىدۇ");
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    var zip = release(author, dossier);
    assertThat(PackageCheck.check(zip)).extracting(CheckResult::key).contains("quoted", "crate");
    var quote = CHAT.substring(CHAT.indexOf('\n') + 1, CHAT.lastIndexOf("25/03"));
    var offset = CHAT.substring(0, CHAT.indexOf('\n') + 1).getBytes(UTF_8).length;
    var length = quote.getBytes(UTF_8).length;
    assertThat(Unzipped.of(zip).text("manifest.json"))
        .contains(
            "\"first_line\":2,\"last_line\":3,\"length\":" + length + ",\"offset\":" + offset);
    var original = org.vigie.ledger.Hash.sha256(CHAT.getBytes(UTF_8)).toString();
    assertThat(Unzipped.of(zip).text("data/lines.json"))
        .contains("\"exhibit\":\"P-001\"", "\"offset\":" + offset, "\"length\":" + length)
        .contains("\"original_sha256\":\"" + original);
    assertThat(Unzipped.of(zip).text("data/ro-crate-metadata.json"))
        .contains(
            "\"lines.json\"",
            "https://w3id.org/ro/crate/1.1",
            "originals/P-001.txt",
            "documents/dossier.html");
  }

  private static byte[] zipped(String chat) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("_chat.txt"));
      zip.write(chat.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void page_and_package_say_that_lines_within_an_archive_have_numbers_and_no_place()
      throws Exception {
    var author = tell("He called");
    var archive = author.attach("chat.zip", zipped(CHAT));
    var chat = author.attach("other.txt", CHAT.replace("salam", "peace").getBytes(UTF_8));
    author.browser().get(author.base + "/exhibits/" + archive + "/messages");
    author.incident("cite", archive + ":2-3", "cite", chat + ":1-1", "original", "be silent");
    for (var language : new String[] {"en", "fr"}) {
      var dossier = author.begin("Special Rapporteur", language);
      assertThat(author.browser().get(dossier + "/contents").text())
          .containsOnlyOnce("gives the numbers of these lines at most, not where they lie");
      author.chooseAll(dossier);
      var files = Unzipped.of(release(author, dossier));
      assertThat(files.text("data/documents/dossier.html").replaceAll("</?bdi[^>]*>", ""))
          .contains(
              language.equals("en") ? "P-001, lines 2 to 3" : "P-001, lignes 2 à 3",
              language.equals("en") ? "Lines 1 to 1 are quoted" : "Les lignes 1 à 1 sont citées")
          .containsOnlyOnce(
              language.equals("en")
                  ? "Where they lie in the bytes is not given."
                  : "Leur place dans les octets n’est pas donnée.");
      assertThat(files.text("data/lines.json")).contains("P-002").doesNotContain("P-001");
    }
  }

  @Test
  void says_where_more_is_quoted_than_is_placed() throws Exception {
    var author = tell("He called");
    var many = new StringBuilder();
    for (var i = 1; i <= 205; i++) {
      many.append("13/02/2024, 10:11 - Sister: message ").append(i).append('\n');
    }
    var one = "13/02/2024, 10:11 - Sister: " + "salam ".repeat(180_000) + "\n";
    var chat = author.attach("many.txt", many.toString().getBytes(UTF_8));
    var huge = author.attach("long.txt", (one + CHAT).getBytes(UTF_8));
    author.incident("cite", chat + ":1-150.151-205", "original", "be silent");
    author.incident("cite", huge + ":1-2", "original", "be silent");
    for (var language : new String[] {"en", "fr"}) {
      var dossier = author.begin("Special Rapporteur", language);
      author.chooseAll(dossier);
      var files = Unzipped.of(release(author, dossier));
      assertThat(files.text("data/documents/dossier.html").replace('\u00a0', ' '))
          .containsOnlyOnce(
              language.equals("en")
                  ? "A quoted passage has more than 200 messages."
                  : "Un passage cité compte plus de 200 messages.")
          .containsOnlyOnce(
              language.equals("en")
                  ? "Of some quoted lines it is not known where they lie"
                  : "De certaines lignes citées, on ne sait pas où elles se trouvent");
      var lines = files.text("data/lines.json").split("\"first_line\"", -1);
      assertThat(lines).as("200 of the many, one of the others").hasSize(202);
    }
  }

  @Test
  void S_70_what_is_covered_is_nowhere_in_the_page_nor_in_the_metadata() throws Exception {
    var author = tell("He named the school Mulberry. He called.");
    var chat = author.attach("chat.txt", CHAT.getBytes(UTF_8));
    author.incident("cite", chat + ":1-3", "original", "be silent");
    author.browser().get(author.base + "/exhibits/" + chat + "/renderings/new");
    author
        .browser()
        .post(
            author.base + "/exhibits/" + chat + "/renderings",
            "lines",
            "1",
            "words",
            "peace, it is called Mulberry");
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    author.cover(dossier, chat, "unit", "1", "mode", "cover", "shown", "1-3");
    var whole = Unzipped.of(release(author, dossier)).text("data/documents/dossier.html");
    assertThat(whole).contains("He named the school Mulberry");
    author.never("name", "Mulberry");
    assertThat(author.look(dossier).text()).contains("must never be said is still in it");
    var words = author.browser().get(dossier).body();
    var link = java.util.regex.Pattern.compile("/words/account/(\\d+)").matcher(words);
    assertThat(link.find()).isTrue();
    var address = dossier + "/words/account/" + link.group(1);
    author.browser().get(address);
    author.browser().post(address, "passage", "0");
    var zip = release(author, dossier);
    var files = Unzipped.of(zip);
    assertThat(files.names()).contains("data/documents/dossier.pdf");
    for (var name : files.names()) {
      assertThat(files.text(name)).as(name).doesNotContain("Mulberry");
      if (name.endsWith(".pdf")) {
        for (var reading : PdfText.readings(files.bytes(name))) {
          assertThat(new String(reading, UTF_8)).as(name).doesNotContain("Mulberry");
        }
      }
    }
    var original = org.vigie.ledger.Hash.sha256(CHAT.getBytes(UTF_8)).toString();
    assertThat(files.text("data/documents/dossier.html")).doesNotContain(original);
    assertThat(files.text("manifest.json")).doesNotContain(original).doesNotContain("quoted");
  }

  @Test
  void S_73_carries_the_stamps_of_an_authority_and_openssl_believes_them() throws Exception {
    var office = StampingOffice.in(out.resolve("office"));
    var author = tell("He called");
    var chat = author.attach("chat.txt", CHAT.getBytes(UTF_8));
    publish();
    var log = node.part(CustodyLog.class);
    var note = log.checkpoint();
    var size = note.checkpoint().size();
    var reply = office.stamp(note.encoded().getBytes(UTF_8));
    log.keepTimeStamp(size, reply, office.certificate().getNotAfter().toInstant());
    office.newCertificate(400);
    var until = office.certificate().getNotAfter().toInstant();
    log.keepTimeStamp(size, office.stamp(reply), until);
    Files.copy(office.root(), home.resolve("tsa-chain.pem"));
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    var zip = release(author, dossier);
    assertThat(PackageCheck.check(zip))
        .extracting(CheckResult::key)
        .contains("stamp", "stamp.renewed");
    var bag = out.resolve("bag");
    Unzipped.of(zip).into(bag);
    run(bag, "-data", "checkpoints/" + size, "-in", "checkpoints/" + size + ".tsr");
    run(bag, "-data", "checkpoints/" + size + ".tsr", "-in", "checkpoints/" + size + ".1.tsr");
    var receipt = author.browser().get(author.base + "/exhibits/" + chat + "/receipt.txt").body();
    var kept = Files.writeString(out.resolve("receipt.txt"), receipt);
    assertThat(PackageCheck.check(kept))
        .extracting(CheckResult::key)
        .contains("stamp.without-root", "stamp.renewed.without-root");
    Files.delete(home.resolve("tsa-chain.pem"));
    assertThat(PackageCheck.check(release(author, dossier)))
        .extracting(CheckResult::key)
        .contains("stamp.without-root");
  }

  private static void run(Path bag, String... what) throws Exception {
    var command = new java.util.ArrayList<>(List.of("openssl", "ts", "-verify"));
    command.addAll(List.of(what));
    command.addAll(List.of("-CAfile", "tsa-chain.pem"));
    var process = new ProcessBuilder(command).directory(bag.toFile()).start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void S3_6_many_files_come_at_once_and_consent_is_asked_for_each() {
    var person = Founder.invite(node, keeper, "person", "swift " + ++people);
    var author = Author.tell(person, "he called", "en");
    var mine = author.attach("a.txt", CHAT.getBytes(UTF_8));
    var theirs = author.attach("b.txt", "not for others".getBytes(UTF_8));
    var dossier = author.begin("Special Rapporteur", "en");
    author.browser().get(dossier + "/consent");
    author.browser().post(dossier + "/consent", "answer", "yes", "scope", "some", "item", mine);
    var choices = author.browser().get(dossier + "/contents").body();
    assertThat(choices).contains("value=\"" + mine + "\"").doesNotContain("value=\"" + theirs);
  }

  @Test
  void a_former_version_of_what_was_told_goes_only_if_it_is_chosen_again_knowingly()
      throws Exception {
    var author = tell("He called at noon");
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    var before = chosen(author.browser().get(dossier + "/contents").body());
    assertThat(author.look(dossier).text()).contains("It can go to");
    var page = author.browser().get(author.base + "/account").body();
    var link = java.util.regex.Pattern.compile("href=\"([^\"]*/reword)\"").matcher(page);
    assertThat(link.find()).isTrue();
    author.browser().get(link.group(1));
    author.browser().post(link.group(1), "words", "He called at one", "language", "en");

    assertThat(author.look(dossier).text())
        .contains("put in other words after it was chosen")
        .doesNotContain("It can go to");
    assertThat(author.release(dossier, "package").status()).isEqualTo(400);
    author.browser().post(dossier + "/contents", "account", before.getFirst());
    assertThat(author.look(dossier).text()).as("nothing was seen").doesNotContain("It can go to");

    var choices = author.browser().get(dossier + "/contents").body();
    assertThat(choices).contains("an earlier version");
    author
        .browser()
        .post(dossier + "/contents", "account", before.getFirst(), "seen", Author.seen(choices));
    assertThat(Unzipped.of(release(author, dossier)).text("data/documents/dossier.html"))
        .contains("He called at noon")
        .doesNotContain("He called at one");
    var next = author.begin("Special Rapporteur", "en");
    choices = author.browser().get(next + "/contents").body();
    assertThat(choices.split("name=\"account\"", -1)).hasSize(3);
    var ticked = chosen(choices);
    assertThat(ticked).as("only what stands there now").hasSize(1);
    author.browser().post(next + "/contents", "account", ticked.getFirst());
    assertThat(Unzipped.of(release(author, next)).text("data/documents/dossier.html"))
        .contains("He called at one")
        .doesNotContain("He called at noon");
  }

  private static java.util.List<String> chosen(String choices) {
    var ticked = java.util.regex.Pattern.compile("name=\"account\" value=\"(\\d+)\" checked");
    return ticked.matcher(choices).results().map(found -> found.group(1)).toList();
  }

  @Test
  void a_masked_voice_goes_as_a_copy_and_the_page_says_what_masking_cannot_do() throws Exception {
    Assumptions.assumeTrue(node.part(VoiceMask.class).there(), "ffmpeg or bubblewrap is not here");
    var author = tell("He called");
    var original = Voice.wav("sabe la porta.", 1);
    var voice = author.attach("voice.wav", original);
    var dossier = author.begin("Special Rapporteur", "en");
    author.chooseAll(dossier);
    assertThat(author.browser().get(dossier + "/exhibits/" + voice).text())
        .contains("What masking cannot do", "give a transcript instead");
    author.cover(dossier, voice, "mask", "yes", "from.1", "0", "to.1", "0.2");
    var files = Unzipped.of(release(author, dossier));
    var masked = files.bytes("data/derived/P-001.wav");
    assertThat(masked).isNotEqualTo(original).hasSizeGreaterThan(10_000);
    assertThat(files.names()).doesNotContain("data/originals/P-001.wav");
    assertThat(files.text("manifest.json"))
        .contains("\"derived_from\":{\"exhibit\":\"P-001.original\"")
        .contains("\"tool\":\"vigie-redaction voice, ffmpeg");
  }
}
