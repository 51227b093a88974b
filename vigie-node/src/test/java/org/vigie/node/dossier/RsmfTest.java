package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.CheckResult;
import org.vigie.evidence.PackageCheck;
import org.vigie.evidence.redaction.Forbidden;
import org.vigie.evidence.redaction.ForbiddenBytes;
import org.vigie.evidence.rsmf.RsmfChat;
import org.vigie.evidence.rsmf.RsmfEvent;
import org.vigie.evidence.rsmf.RsmfFile;
import org.vigie.node.TestNode;
import org.vigie.node.cage.Cage;
import org.vigie.node.cage.CageLimits;
import org.vigie.node.demo.files.Voice;
import org.vigie.node.house.Founder;
import org.vigie.node.shell.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Conversations for a lawyer's review software: what the dossier shows and nothing else. */
@SuppressWarnings("NullAway.Init")
class RsmfTest {

  private static final String CHAT =
      """
      13/02/2024, 10:11 - Sister: salam, the school is called Mulberry
      13/02/2024, 10:12 - Bright Tea: ياخشى بولىدۇ
      and think of your mother
      25/03/2024, 09:02 - Sister: he is gone
      """;

  private static final String BACKUP =
      """
      <?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
      <smses count="3">
      <sms address="+33 6 39 98 00 01" date="1768496645000" type="1" body="we know your street" />
      <sms address="+33 6 39 98 00 01" date="1768496745000" type="2" body="leave me alone" />
      <sms address="+33 6 39 98 00 01" date="1768496845000" type="3" body="I will move" />
      </smses>
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
    var author = Author.tell(person, "He called", "en");
    for (var purpose : new String[] {"un", "lawyer", "legal", "complaint"}) {
      author.agree(purpose, "yes");
    }
    return author;
  }

  private static String begin(Author author, String role) {
    return begin(author, role, "en");
  }

  private static String begin(Author author, String role, String language) {
    return author.begin(
        "general", "recipient", "Counsel", "role", role, "purpose", "un", "language", language);
  }

  /** Keeps what is chosen, with or without RSMF. */
  private static void choose(Author author, String dossier, String rsmf) {
    author.chooseAll(dossier);
    var page = author.browser().get(dossier + "/contents").body();
    var fields = new ArrayList<String>(List.of("rsmf", rsmf));
    var items = Pattern.compile("name=\"(account|incident|exhibit)\" value=\"([^\"]+)\"");
    for (var found : items.matcher(page).results().toList()) {
      fields.addAll(List.of(found.group(1), found.group(2)));
    }
    author.browser().post(dossier + "/contents", fields.toArray(String[]::new));
  }

  private Unzipped release(Author author, String dossier) throws Exception {
    var answer = author.release(dossier, "package");
    assertThat(answer.status()).isEqualTo(200);
    var zip = Files.write(out.resolve("dossier.zip"), answer.bytes());
    assertThat(PackageCheck.check(zip)).noneMatch(CheckResult::isFailure);
    return Unzipped.of(zip);
  }

  private static String manifest(Unzipped files) throws Exception {
    return new String(inside(files).bytes("rsmf_manifest.json"), UTF_8);
  }

  private static Unzipped inside(Unzipped files) throws Exception {
    return inside(files, "P-001.rsmf");
  }

  private static Unzipped inside(Unzipped files, String name) throws Exception {
    var text = files.text("data/documents/" + name);
    assertThat(text).contains("X-RSMF-Version: 2.0.0");
    var attached = text.substring(text.indexOf("filename=\"rsmf.zip\"") + 19).strip();
    var zip = Base64.getMimeDecoder().decode(attached.substring(0, attached.indexOf("--=_")));
    var inside = new LinkedHashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        inside.put(entry.getName(), in.readAllBytes());
      }
    }
    return new Unzipped(inside);
  }

  private static JsonNode events(Unzipped inside) {
    return JsonMapper.shared().readTree(inside.bytes("rsmf_manifest.json")).path("events");
  }

  private static byte[] picture() throws Exception {
    var image = new BufferedImage(280, 140, BufferedImage.TYPE_INT_RGB);
    for (var x = 0; x < 280; x++) {
      image.setRGB(x, x / 2, 0xFF0000 | x % 256);
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static byte[] archive(Map<String, byte[]> files) throws Exception {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] withMedia(byte[] voice, byte[] picture) throws Exception {
    var chat =
        """
        13/02/2024, 10:11 - Sister: salam
        13/02/2024, 10:12 - Sister: PTT-20240213-WA0001.wav (file attached)
        13/02/2024, 10:13 - Sister: IMG-20240213-WA0002.png (file attached)
        13/02/2024, 10:14 - Sister: PTT-20240213-WA0009.wav (file attached)
        """;
    return archive(
        Map.of(
            "_chat.txt",
            chat.getBytes(UTF_8),
            "PTT-20240213-WA0001.wav",
            voice,
            "IMG-20240213-WA0002.png",
            picture));
  }

  @Test
  void files_of_the_messages_go_along_where_the_whole_archive_goes() throws Exception {
    var voice = Voice.wav("be silent", 7);
    var picture = picture();
    var author = tell();
    author.attach("chat.zip", withMedia(voice, picture));
    var dossier = begin(author, "lawyer");
    choose(author, dossier, "all");
    var files = release(author, dossier);
    var inside = inside(files);
    assertThat(inside.names())
        .containsExactlyInAnyOrder("rsmf_manifest.json", "P-001-0001.wav", "P-001-0002.png");
    assertThat(inside.bytes("P-001-0001.wav")).isEqualTo(voice);
    assertThat(inside.bytes("P-001-0002.png")).isEqualTo(picture);
    assertThat(manifest(files))
        .contains("\"display\":\"PTT-20240213-WA0001.wav\",\"id\":\"P-001-0001.wav\"");
    assertThat(files.text("data/documents/P-001.rsmf")).contains("X-RSMF-AttachmentCount: 2");
  }

  @Test
  void a_file_taken_out_goes_as_the_dossier_shows_it_or_not_at_all() throws Exception {
    var original = picture();
    var author = tell();
    var archive = author.attach("chat.zip", withMedia(Voice.wav("be silent", 7), original));
    var browser = author.browser();
    var exhibits = author.base + "/exhibits/";
    browser.get(exhibits + archive + "/messages");
    var taken = browser.post(exhibits + archive + "/enclosed", "enclosed", "3").location();
    author.agree("un", "yes").agree("lawyer", "yes").agree("legal", "yes");

    var without = begin(author, "lawyer");
    browser.get(without + "/contents");
    browser.post(without + "/contents", "exhibit", archive, "rsmf", "all");
    var files = release(author, without);
    assertThat(inside(files).names())
        .containsExactlyInAnyOrder("rsmf_manifest.json", "P-001-0001.wav");
    assertThat(manifest(files))
        .contains("{\"name\":\"File of the message\",\"value\":\"not attached\"}");

    var with = begin(author, "lawyer");
    choose(author, with, "all");
    author.cover(with, taken.substring(taken.lastIndexOf('/') + 1), "cell", "1", "cell", "2");
    files = release(author, with);
    var shown = inside(files).bytes("P-002.png");
    assertThat(shown).isEqualTo(files.bytes("data/derived/P-002.png")).isNotEqualTo(original);
    assertThat(inside(files).names()).noneMatch(name -> name.startsWith("P-001-0002"));
  }

  @Test
  void S_06_what_cannot_be_taken_out_or_was_changed_on_the_disk_is_told_and_nothing_goes()
      throws Exception {
    var author = tell();
    var archive = author.attach("chat.zip", withMedia(Voice.wav("be silent", 7), picture()));
    var dossier = begin(author, "lawyer");
    choose(author, dossier, "all");
    var id = dossier.substring(dossier.lastIndexOf('/') + 1);
    var material = node.part(Releases.class).material(author.open(), id);
    var narrow = new CageLimits(Duration.ofSeconds(30), 20, 96, 1, 1);
    var cage = Cage.onThisMachine(narrow);
    var small = new Conversations(node.part(Messages.class), material, () -> cage, Instant.EPOCH);
    assertThatThrownBy(small::papers).hasMessage("dossier.files-untaken");

    var blob = Objects.requireNonNull(material.exhibits().get(archive)).received().bytes().blob();
    try (var files = Files.walk(home)) {
      var sealed = files.filter(file -> file.endsWith(blob)).findFirst().orElseThrow();
      var bytes = Files.readAllBytes(sealed);
      bytes[bytes.length - 100] ^= 1;
      Files.write(sealed, bytes);
    }
    var whole =
        new Conversations(
            node.part(Messages.class), material, () -> node.part(Cage.class), Instant.EPOCH);
    assertThatThrownBy(whole::papers).hasMessage("dossier.files-damaged");
    author.look(dossier);
    var refused = author.browser().post(dossier + "/release", "form", "package", "seal", "open");
    assertThat(refused.text())
        .contains("damaged or", "changed on the disk", "Tell a keeper at once");
  }

  @Test
  void each_file_within_is_searched_for_what_must_never_be_said() throws Exception {
    var author = tell();
    var note = "the school is called Mulberry".getBytes(UTF_8);
    var hidden = archive(Map.of("note.txt", note));
    var chat =
        """
        13/02/2024, 10:11 - Sister: salam
        13/02/2024, 10:12 - Sister: letter.zip (file attached)
        """;
    author.attach(
        "chat.zip", archive(Map.of("_chat.txt", chat.getBytes(UTF_8), "letter.zip", hidden)));
    author.never("name", "Mulberry");
    var dossier = begin(author, "lawyer");
    choose(author, dossier, "all");
    assertThat(author.look(dossier).text())
        .contains("must never be said is still in it", "P-001.rsmf!P-001-0001.zip!note.txt");
  }

  @Test
  void is_offered_to_lawyers_and_holds_the_whole_conversation() throws Exception {
    var author = tell();
    var chat = author.attach("chat.txt", CHAT.getBytes(UTF_8));
    author.incident("cite", chat + ":2-3", "original", "ياخشى بولىدۇ");
    var other = begin(author, "ngo");
    assertThat(author.browser().get(other + "/contents").text()).doesNotContain("RSMF");
    var dossier = begin(author, "lawyer");
    assertThat(author.browser().get(dossier + "/contents").text()).contains("RSMF");
    choose(author, dossier, "all");
    assertThat(manifest(release(author, dossier)))
        .contains(
            "\"version\":\"2.0.0\"", "\"platform\":\"whatsapp\"", "\"display\":\"Bright Tea\"")
        .contains("Mulberry", "ياخشى بولىدۇ\\nand think of your mother", "he is gone")
        .contains("\"timestamp\":\"2024-02-13T10:11:00\"", "\"value\":\"2\"");
  }

  @Test
  void what_the_owner_sent_and_what_was_never_sent_are_told_as_such() throws Exception {
    var author = tell();
    var backup = author.attach("sms.xml", BACKUP.getBytes(UTF_8));
    for (var language : new String[] {"en", "fr"}) {
      var english = language.equals("en");
      var owner =
          english ? "whoever’s telephone this was" : "la personne dont c’était le téléphone";
      var here = english ? "From this device" : "Depuis cet appareil";
      var unsent = english ? "Not known to have been sent" : "Rien ne dit que c’est parti";
      var dossier = begin(author, "lawyer", language);
      choose(author, dossier, "all");
      var files = inside(release(author, dossier));
      var people = JsonMapper.shared().readTree(files.bytes("rsmf_manifest.json"));
      assertThat(people.path("participants").findValuesAsString("display"))
          .containsExactly("+33 6 39 98 00 01", owner, "(not named)");
      var events = events(files);
      assertThat(events.findValuesAsString("type"))
          .containsExactly("disclaimer", "message", "message", "unknown");
      assertThat(events.findValuesAsString("participant")).containsExactly("P0", "P1", "P2", "P2");
      assertThat(events.path(1).path("custom").findValuesAsString("name"))
          .containsExactly("Line in the original");
      assertThat(events.path(2).path("body").asString()).isEqualTo("leave me alone");
      assertThat(events.path(2).path("custom").findValuesAsString("value"))
          .containsExactly("4", here);
      assertThat(events.path(3).path("body").asString()).isEqualTo("[" + unsent + "] I will move");
      assertThat(events.path(3).path("custom").findValuesAsString("value"))
          .containsExactly("5", here + "; " + unsent);
    }
    var copy = begin(author, "lawyer");
    choose(author, copy, "all");
    author.cover(copy, backup, "unit", "1", "mode", "cover", "shown", "1-3");
    var files = release(author, copy);
    assertThat(files.text("data/derived/P-001.txt"))
        .contains(
            "whoever’s telephone this was\nleave me alone",
            "whoever’s telephone this was · Not known to have been sent\nI will move");
    var events = events(inside(files));
    assertThat(events.findValuesAsString("type"))
        .containsExactly("disclaimer", "unknown", "message", "unknown");
    assertThat(events.path(1).path("custom").isMissingNode()).isTrue();
    assertThat(events.path(3).path("custom").findValuesAsString("value"))
        .containsExactly("Not known to have been sent");
  }

  @Test
  void S3_12_each_file_says_what_could_not_be_verified() throws Exception {
    var author = tell();
    var chat = new StringBuilder("13/02/2024, 10:11 - Sister: first\n");
    for (var n = 2; n <= 10_000; n++) {
      chat.append("13/02/2024, 10:12 - Bright Tea: word ").append(n).append('\n');
    }
    author.attach("chat.txt", chat.toString().getBytes(UTF_8));
    assertThat(unverified(author, "en", "P-001-1.rsmf", "P-001-2.rsmf"))
        .as("as many as the publisher recommends")
        .containsExactly(10_000, 2);
  }

  @Test
  void S3_12_it_says_so_in_french() throws Exception {
    var author = tell();
    author.attach("chat.txt", "13/02/2024, 10:11 - Sister: first\n".getBytes(UTF_8));
    assertThat(unverified(author, "fr", "P-001.rsmf")).containsExactly(2);
  }

  /** How many events each file has; the first says what nobody could verify. */
  private List<Integer> unverified(Author author, String language, String... names)
      throws Exception {
    var said =
        language.equals("en")
            ? "could not be independently verified"
            : "n’ont pas pu être vérifiés de manière indépendante";
    var dossier = begin(author, "lawyer", language);
    choose(author, dossier, "all");
    var files = release(author, dossier);
    var sizes = new ArrayList<Integer>();
    for (var name : names) {
      var events = events(inside(files, name));
      sizes.add(events.size());
      assertThat(events.path(0).path("type").asString()).as(name).isEqualTo("disclaimer");
      assertThat(events.path(0).path("body").asString()).as(name).contains(said);
      assertThat(words(files.text("data/documents/" + name))).as(name).contains(said);
    }
    return sizes;
  }

  /** What a reader of mail sees of it. */
  private static String words(String file) {
    var plain = file.substring(file.indexOf("Content-Type: text/plain"));
    var body = plain.substring(plain.indexOf("\r\n\r\n") + 4, plain.indexOf("--=_"));
    return new String(Base64.getMimeDecoder().decode(body), UTF_8);
  }

  @Test
  void may_hold_the_quoted_lines_alone() throws Exception {
    var author = tell();
    var chat = author.attach("chat.txt", CHAT.getBytes(UTF_8));
    author.incident("cite", chat + ":2-3", "original", "ياخشى بولىدۇ");
    var dossier = begin(author, "lawyer");
    choose(author, dossier, "lines");
    assertThat(manifest(release(author, dossier)))
        .contains("ياخشى بولىدۇ")
        .doesNotContain("Mulberry")
        .doesNotContain("he is gone");
  }

  @Test
  void what_is_covered_in_the_copy_is_covered_in_it() throws Exception {
    var author = tell();
    var chat = author.attach("chat.txt", CHAT.getBytes(UTF_8));
    var dossier = begin(author, "lawyer");
    choose(author, dossier, "all");
    author.cover(dossier, chat, "unit", "1", "mode", "cover", "shown", "1-3");
    author.never("name", "Mulberry");
    assertThat(manifest(release(author, dossier)))
        .contains("(covered)", "ياخشى بولىدۇ", "he is gone")
        .doesNotContain("Mulberry")
        .doesNotContain("10:11")
        .doesNotContain("Line in the original");
  }

  @Test
  void what_must_never_be_said_is_found_within_it() throws Exception {
    var file =
        RsmfFile.write(
            new RsmfChat(
                "c",
                "P-001",
                "whatsapp",
                List.of(
                    new RsmfEvent(
                        "M1",
                        RsmfEvent.Type.MESSAGE,
                        "Sister",
                        "",
                        "the school is called Mulberry",
                        false,
                        new TreeMap<>()))),
            Instant.EPOCH,
            "Vigie");
    assertThat(new String(file, UTF_8)).doesNotContain("Mulberry");
    assertThat(search("Mulberry").check("P-001.rsmf", file))
        .extracting(Object::toString)
        .anyMatch(one -> one.contains("base64"));
    assertThat(search("Hawthorn").check("P-001.rsmf", file)).isEmpty();
  }

  private static ForbiddenBytes search(String name) {
    return new ForbiddenBytes(List.of(new Forbidden(Forbidden.Kind.NAME, name)), pdf -> List.of());
  }
}
