package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
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
import org.vigie.node.house.Founder;

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
    return author.begin(
        "general", "recipient", "Counsel", "role", role, "purpose", "un", "language", "en");
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
    var text = files.text("data/documents/P-001.rsmf");
    assertThat(text).contains("X-RSMF-Version: 2.0.0");
    var attached = text.substring(text.indexOf("filename=\"rsmf.zip\"") + 19).strip();
    var zip = Base64.getMimeDecoder().decode(attached.substring(0, attached.indexOf("--=_")));
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      var entry = in.getNextEntry();
      assertThat(entry).isNotNull();
      return new String(in.readAllBytes(), UTF_8);
    }
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
