package org.vigie.imports.proofmode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.vigie.imports.BytesSource;
import org.vigie.imports.Claim;

/**
 * Bundles of an invented picture in the form of ProofMode, signed by GnuPG 2.2.40 with keys that
 * were thrown away: {@code rsa3072}, {@code ed25519} (the picture's signature not armored) and
 * {@code nistp256}.
 */
class BundleTest {

  private static final List<String> KEYS = List.of("rsa3072", "ed25519", "nistp256");

  private static byte[] resource(String name) throws IOException {
    try (var in = BundleTest.class.getResourceAsStream(name + ".zip")) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }

  private static Map<String, byte[]> files(String name) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(resource(name)))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static List<String> read(Map<String, byte[]> files) throws IOException {
    return Bundle.of(new BytesSource(zip(files))).stream()
        .map(claim -> claim.name() + "=" + claim.value())
        .toList();
  }

  private static byte[] bytes(Map<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name));
  }

  private static String name(Map<String, byte[]> files, String end) {
    return files.keySet().stream().filter(name -> name.endsWith(end)).findFirst().orElseThrow();
  }

  @Test
  void a_bundle_is_about_its_picture_and_signed_with_the_key_in_it() throws IOException {
    for (var key : KEYS) {
      assertThat(read(files(key)))
          .as(key)
          .contains(
              "proof.file=matches",
              "proof.name=IMG_1.png",
              "proof.signature=holds",
              "proof.ots=yes",
              "proof.says=Manufacturer: Nobody")
          .anyMatch(said -> said.matches("proof\\.key=[0-9a-f]{40}"))
          .anyMatch(said -> said.startsWith("proof.signed-at=2026-"));
    }
  }

  @Test
  void where_somebody_was_is_kept_apart_and_so_is_their_connection() throws IOException {
    var claims = Bundle.of(new BytesSource(resource("rsa3072")));
    assertThat(claims.stream().filter(Claim::tellsPlace).map(Claim::value))
        .containsExactly(
            "Location.Latitude: 12.34", "Location.Longitude: 56.78", "IPv4: 192.0.2.7");
  }

  @Test
  void a_changed_picture_is_not_the_one_that_was_noted() throws IOException {
    var files = files("ed25519");
    bytes(files, "IMG_1.png")[40] ^= 1;
    assertThat(read(files)).contains("proof.file=differs", "proof.signature=holds");
    files.remove("IMG_1.png");
    assertThat(read(files)).contains("proof.file=missing");
  }

  @Test
  void changed_notes_and_changed_signatures_fail() throws IOException {
    for (var key : KEYS) {
      var files = files(key);
      var json = name(files, ".proof.json");
      var text = new String(bytes(files, json), StandardCharsets.UTF_8);
      files.put(json, text.replace("Nobody", "Anybody").getBytes(StandardCharsets.UTF_8));
      assertThat(read(files)).as(key).contains("proof.signature=fails", "proof.broken=" + json);
    }
    var swapped = files("rsa3072");
    var csv = name(swapped, ".proof.csv.asc");
    swapped.put(csv, bytes(swapped, name(swapped, ".proof.json.asc")));
    assertThat(read(swapped)).contains("proof.signature=fails");
  }

  @Test
  void without_its_key_or_with_another_nothing_can_be_said_of_a_signature() throws IOException {
    var files = files("rsa3072");
    files.put("pubkey.asc", bytes(files("ed25519"), "pubkey.asc"));
    assertThat(read(files)).contains("proof.signature=unknown", "proof.file=matches");
    files.remove("pubkey.asc");
    assertThat(read(files)).contains("proof.signature=unknown");
    files.keySet().removeIf(name -> name.endsWith(".asc"));
    assertThat(read(files)).contains("proof.signature=none");
  }

  @Test
  void a_table_of_two_rows_says_the_same_as_the_json() throws IOException {
    var files = files("nistp256");
    var before = read(files);
    files.remove(name(files, ".proof.json"));
    files.remove(name(files, ".proof.json.asc"));
    assertThat(read(files)).containsExactlyElementsOf(before);
  }

  @Test
  void another_archive_says_nothing() throws IOException {
    assertThat(read(Map.of("chat.txt", new byte[] {1}))).isEmpty();
    assertThat(read(Map.of("a.proof.json", "{}".getBytes(StandardCharsets.UTF_8)))).isEmpty();
    assertThat(Bundle.of(new BytesSource(new byte[] {'P', 'K', 3, 4, 0}))).isEmpty();
  }
}
