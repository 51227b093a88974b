package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.evidence.json.JsonReader;
import org.vigie.ledger.Hash;

class PackageCheckTest {

  @TempDir Path temp;

  @Test
  void a_package_as_written_holds_as_zip_and_as_folder() throws Exception {
    var writer = PackageWriter.prepare(Packages.sample(), Packages.signer(1));
    var folder = writer.writeFolder(temp);
    var out = new ByteArrayOutputStream();
    writer.writeZip(out);
    var zip = Packages.write(temp, writer.zipName(), out.toByteArray());

    assertThat(Packages.failures(folder)).isEmpty();
    assertThat(Packages.failures(zip)).isEmpty();
    assertThat(PackageCheck.check(zip))
        .extracting(CheckResult::key)
        .contains("layout", "list", "bag", "item", "document", "proof", "signature")
        .contains("proof.none", "proof.time", "key.compare");
  }

  @Test
  void the_same_facts_give_the_same_bytes() throws Exception {
    var contents = Packages.sample();

    assertThat(Packages.zip(contents)).isEqualTo(Packages.zip(contents));
  }

  @Test
  void any_reader_of_zips_reads_it() throws Exception {
    var zip = Packages.write(temp, "p.zip", Packages.zip(Packages.sample()));

    try (var file = new ZipFile(zip.toFile())) {
      var entry = file.getEntry("dossier-7f3a/data/originals/E-001.txt");
      assertThat(file.getInputStream(entry).readAllBytes()).isEqualTo(Packages.CHAT);
    }
  }

  @Test
  void S_71_a_proof_of_another_entry_or_of_another_log_is_refused() throws Exception {
    var forged = "01/03/2026, 09:01 - +852 5555 0134: forged\n".getBytes(UTF_8);
    var honest = Packages.sample().items().getFirst().intake();
    assertThat(honest).isNotNull();
    var intake = new Intake(Packages.record(forged, ""), honest.salt(), honest.proof());

    assertThat(failuresWith(forged, intake))
        .containsExactly("proof.refused E-001 ledger.not-in-log");

    var record = Packages.record(Packages.CHAT, "");
    var elsewhere =
        Packages.log(List.of(Packages.signer(66)), List.of(record), List.of(honest.salt()));
    var crossed = Packages.intake(elsewhere, record, honest.salt());
    assertThat(failuresWith(Packages.CHAT, crossed))
        .containsExactly("proof.refused E-001 ledger.unknown-key");
  }

  @Test
  void each_quoted_line_is_listed_for_machines_and_another_offset_is_found_and_named()
      throws Exception {
    var folder = PackageWriter.prepare(Packages.sample(), Packages.signer(1)).writeFolder(temp);
    var lines = folder.resolve("data/lines.json");
    var hash = Hash.sha256(Packages.CHAT).toString();
    var listed = JsonReader.read(Files.readAllBytes(lines)).object();
    var line = listed.list("lines").getFirst().object();
    assertThat(listed.text("format")).isEqualTo("vigie-lines@1");
    assertThat(line.text("exhibit")).isEqualTo("E-001");
    assertThat(line.text("path")).isEqualTo("data/originals/E-001.txt");
    assertThat(line.text("original_sha256")).isEqualTo(hash);
    assertThat(line.integer("first_line")).isEqualTo(1);
    assertThat(line.integer("offset")).isZero();
    assertThat(line.integer("length")).isEqualTo(Packages.CHAT.length);
    assertThat(line.text("sha256")).isEqualTo(hash);
    assertThat(Files.readString(folder.resolve("data/ro-crate-metadata.json")))
        .contains("\"@id\":\"lines.json\"");
    assertThat(Packages.failures(folder)).isEmpty();

    Files.writeString(lines, Files.readString(lines).replace("\"offset\":0", "\"offset\":7"));

    assertThat(Packages.failures(folder))
        .extracting(r -> r.key() + " " + String.join(" ", r.details()))
        .contains("lines.changed E-001 1 1 7", "lines.altered data/lines.json");
  }

  @Test
  void lines_that_lie_elsewhere_in_the_original_are_named_though_every_list_agrees()
      throws Exception {
    var item = Packages.item("E-001", "txt", "text/plain", Packages.CHAT, null, null);
    var elsewhere = new Quoted(1, 1, 3, 5, Hash.sha256(Arrays.copyOf(Packages.CHAT, 5)));
    var moved =
        new Item(
            item.exhibit(),
            item.extension(),
            item.mediaType(),
            item.content(),
            item.provenance(),
            item.custody(),
            null,
            List.of(elsewhere));
    var contents =
        new EvidencePackage(
            "p", Packages.EXPORTED, "", "", List.of(moved), List.of(), LogMaterial.NONE, null);
    var file = Packages.write(temp, "moved.zip", Packages.zip(contents));

    assertThat(Packages.failures(file))
        .extracting(r -> r.key() + " " + String.join(" ", r.details()))
        .containsExactly("quoted.changed E-001 1 1");
  }

  @Test
  void a_package_that_quotes_nothing_has_no_list_of_lines() throws Exception {
    var item = Packages.item("E-001", "txt", "text/plain", Packages.CHAT, null, null);
    var contents =
        new EvidencePackage(
            "p", Packages.EXPORTED, "", "", List.of(item), List.of(), LogMaterial.NONE, null);
    var folder = PackageWriter.prepare(contents, null).writeFolder(temp);

    assertThat(folder.resolve("data/lines.json")).doesNotExist();
    assertThat(Packages.failures(folder)).isEmpty();
  }

  private List<String> failuresWith(byte[] bytes, Intake intake) throws Exception {
    var sample = Packages.sample();
    var item = Packages.item("E-001", "txt", "text/plain", bytes, null, intake);
    var contents =
        new EvidencePackage(
            "p", Packages.EXPORTED, "", "", List.of(item), List.of(), sample.log(), null);
    var file = Packages.write(temp, "forged.zip", Packages.zip(contents));
    return Packages.failures(file).stream()
        .map(r -> r.key() + " " + String.join(" ", r.details()))
        .toList();
  }

  @Test
  void a_package_never_leaves_with_other_bytes_than_were_received() throws Exception {
    var intake = Packages.sample().items().getFirst().intake();
    var item = Packages.item("E-001", "txt", "text/plain", Packages.IMAGE, null, intake);
    var contents =
        new EvidencePackage(
            "p", Packages.EXPORTED, "", "", List.of(item), List.of(), LogMaterial.NONE, null);

    assertThatExceptionOfType(EvidenceRefused.class)
        .isThrownBy(() -> PackageWriter.prepare(contents, null))
        .satisfies(refused -> assertThat(refused.key()).isEqualTo("evidence.not-as-received"));
  }

  @Test
  void two_exhibits_of_one_name_are_refused_also_when_case_differs() {
    var contents =
        new EvidencePackage(
            "p",
            Packages.EXPORTED,
            "",
            "",
            List.of(
                Packages.item("E-a", "txt", "text/plain", Packages.CHAT, null, null),
                Packages.item("E-A", "txt", "text/plain", Packages.CHAT, null, null)),
            List.of(),
            LogMaterial.NONE,
            null);

    assertThatExceptionOfType(EvidenceRefused.class)
        .isThrownBy(() -> PackageWriter.prepare(contents, null));
  }

  @Test
  void S_72_two_histories_of_one_size_are_noticed() throws Exception {
    var first = Packages.write(temp, "a.zip", Packages.zip(Packages.sample()));
    var second = Packages.write(temp, "b.zip", Packages.zip(Packages.sample()));

    assertThat(Packages.failures(first)).isEmpty();
    assertThat(Packages.failures(second)).isEmpty();
    assertThat(PackageCheck.check(List.of(first, second), List.of()))
        .filteredOn(CheckResult::isFailure)
        .extracting(CheckResult::key)
        .containsExactly("log.split");
    assertThat(run(temp.resolve("a.zip"), temp.resolve("b.zip")))
        .contains("FAILED  the log vigie.example/custody/1 shows two histories of 16 entries");
  }

  @Test
  void S_70_what_we_write_beside_an_item_claims_neither_truth_nor_capture() throws Exception {
    var folder = PackageWriter.prepare(Packages.sample(), null).writeFolder(temp);
    var written = new StringBuilder();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().contains("/data/")) {
          written.append(Files.readString(file, ISO_8859_1));
        }
      }
    }
    written.append(run(folder)).append(receipt().text());

    assertThat(written.toString().toLowerCase(Locale.ROOT))
        .contains("received", "e-001")
        .doesNotContain("authenti", "verified", "captured", "vérifié", "captur");
  }

  @Test
  void S_75_a_receipt_shows_nothing_that_is_known() throws Exception {
    var text = receipt().text();

    assertThat(text)
        .doesNotContain("E-001")
        .doesNotContain(Hash.sha256(Packages.CHAT).toString())
        .doesNotContain(Hash.sha256(Packages.CHAT).base64())
        .doesNotContain(Hash.ofLeaf(Packages.CHAT).base64());
  }

  @Test
  void a_receipt_as_written_holds_and_altered_does_not() throws Exception {
    var text = receipt().text();
    var file = Files.writeString(temp.resolve("receipt.txt"), text);
    assertThat(Packages.failures(file)).isEmpty();
    for (var i = Receipt.HEADER.length(); i < text.length(); i++) {
      var altered = new StringBuilder(text);
      altered.setCharAt(i, text.charAt(i) == 'A' ? 'B' : 'A');
      Files.writeString(file, altered);
      assertThat(Packages.failures(file)).as("character %d", i).isNotEmpty();
    }
  }

  @Test
  void a_receipt_with_bytes_that_are_no_text_was_altered() throws Exception {
    var bytes = receipt().text().getBytes(UTF_8);
    bytes[bytes.length / 2] = (byte) 0xff;
    assertThat(exit(Files.write(temp.resolve("receipt.txt"), bytes)))
        .isEqualTo(VerifyCommand.ONE_FAILED);
  }

  @Test
  void what_is_not_there_is_said_not_to_be_there() {
    var absent = temp.resolve("absent.zip");
    assertThat(run(absent)).contains("absent.zip: does not exist").hasLineCount(1);
    assertThat(exit(absent)).isEqualTo(VerifyCommand.NOT_A_PACKAGE);
  }

  private static Receipt receipt() throws Exception {
    var record = Packages.record(Packages.CHAT, "");
    var salt = Salt.random(new SecureRandom());
    var log = Packages.log(List.of(record), List.of(salt));
    var intake = Packages.intake(log, record, salt);
    var proof = intake.proof();
    assertThat(proof).isNotNull();
    return Receipt.of(record.commit(salt), log.keys(), proof, List.of());
  }

  @Test
  void a_log_key_given_by_the_reader_decides() throws Exception {
    var zip = Packages.write(temp, "a.zip", Packages.zip(Packages.sample()));

    assertThat(PackageCheck.check(List.of(zip), List.of(Packages.signer(1).key().text())))
        .noneMatch(CheckResult::isFailure);
    assertThat(PackageCheck.check(List.of(zip), List.of(Packages.signer(9).key().text())))
        .filteredOn(CheckResult::isFailure)
        .extracting(CheckResult::key)
        .containsExactly("key.unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "PK\u0003\u0004 not a zip", "vigie-receip"})
  void other_files_are_no_packages(String content) throws Exception {
    var file = Files.writeString(temp.resolve("other"), content);

    assertThatExceptionOfType(EvidenceRefused.class)
        .isThrownBy(() -> PackageCheck.check(file))
        .satisfies(refused -> assertThat(refused.key()).isEqualTo("evidence.not-a-package"));
    assertThat(exit(file)).isEqualTo(VerifyCommand.NOT_A_PACKAGE);
    assertThat(exit(temp)).isEqualTo(VerifyCommand.NOT_A_PACKAGE);
    assertThat(exit(temp.resolve("absent"))).isEqualTo(VerifyCommand.NOT_A_PACKAGE);
  }

  @Test
  void a_strangers_zip_is_no_package() throws Exception {
    var file = temp.resolve("other.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a/b.txt"));
      zip.write(Packages.CHAT);
    }

    assertThat(exit(file)).isEqualTo(VerifyCommand.NOT_A_PACKAGE);
  }

  @Test
  void the_same_package_zipped_again_by_another_tool_is_noticed() throws Exception {
    var file = temp.resolve("again.zip");
    try (var ours =
            new ZipFile(Packages.write(temp, "p.zip", Packages.zip(Packages.sample())).toFile());
        var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : Collections.list(ours.entries())) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        ours.getInputStream(entry).transferTo(zip);
      }
    }

    assertThat(exit(file)).isEqualTo(VerifyCommand.ONE_FAILED);
  }

  @Test
  void speaks_English_and_French() throws Exception {
    var zip = Packages.write(temp, "a.zip", Packages.zip(Packages.sample()));

    assertThat(run(zip)).contains("ok      exhibit E-001: 42 bytes as listed", "checks, all hold.");
    assertThat(run(zip, Path.of("--lang"), Path.of("fr")))
        .contains("ok      pièce E-001 : 42 octets", "tous tiennent");
    assertThat(run(Path.of("--help"))).contains("Usage: verify");
    assertThat(exit(Path.of("--unknown"))).isEqualTo(VerifyCommand.WRONG_USAGE);
    assertThat(exit()).isEqualTo(VerifyCommand.WRONG_USAGE);
  }

  @Test
  void every_sentence_exists_in_both_languages() {
    var english = ResourceBundle.getBundle("org.vigie.evidence.check", Locale.ENGLISH);
    var french = ResourceBundle.getBundle("org.vigie.evidence.check", Locale.FRENCH);

    assertThat(french.keySet()).isEqualTo(english.keySet());
  }

  @Test
  void names_from_a_forged_package_cannot_turn_the_line_around() {
    var sentence =
        new CheckSentences(Locale.ENGLISH)
            .sentence("file.impossible", "data/\u202egpj.exe\u001b[2J{0}");

    assertThat(sentence).startsWith("data/\\u{202e}gpj.exe\\u{1b}[2J{0}: a name");
  }

  private static String run(Path... arguments) {
    var out = new ByteArrayOutputStream();
    command(out).run(Stream.of(arguments).map(Path::toString).toList());
    return out.toString(UTF_8);
  }

  private static int exit(Path... arguments) {
    return command(new ByteArrayOutputStream())
        .run(Stream.of(arguments).map(Path::toString).toList());
  }

  private static VerifyCommand command(ByteArrayOutputStream out) {
    var print = new PrintStream(out, true, UTF_8);
    return new VerifyCommand(print, print, Locale.ENGLISH, "verify");
  }

  @Test
  void what_was_said_of_how_an_item_came_is_in_manifest_and_crate_and_nothing_where_nobody_did()
      throws Exception {
    var folder = PackageWriter.prepare(Packages.sample(), Packages.signer(1)).writeFolder(temp);
    var manifest = Files.readString(folder.resolve("manifest.json"));
    var crate = Files.readString(folder.resolve("data/ro-crate-metadata.json"));
    var said = List.of("method_code", "copy", "recorder", "authority_involvement", "obtained");
    for (var name : said) {
      assertThat(manifest.split("\"" + name + "\":\"[^\"]+\"", -1)).as(name).hasSize(2);
      assertThat(crate).contains("{\"@id\":\"#E-002-" + name + "\"}");
    }
    assertThat(manifest).contains("\"taken_from\":\"E-001\"");
    assertThat(crate).contains("\"propertyID\":\"authority_involvement\",\"value\":\"knew\"");

    Files.writeString(
        folder.resolve("data/ro-crate-metadata.json"), crate.replace("\"knew\"", "\"none\""));

    assertThat(Packages.failures(folder).toString()).contains("data/ro-crate-metadata.json");
  }

  @Test
  void S_70_free_words_are_no_codes_of_how_an_item_came() {
    assertThatThrownBy(() -> new Obtained("My cousin", "", "", "", "", null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Obtained("", "", "", "", "in spring", null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Obtained("", "", "", "", "", "../x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
