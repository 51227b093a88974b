package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.evidence.archive.ZipEntry;
import org.vigie.evidence.archive.ZipWriter;

/** Zips that are well-formed by our own layout, with one file too many. */
class HostileZipTest {

  private static final class Entry {

    private final String name;
    private final byte[] bytes;

    Entry(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes.clone();
    }

    String name() {
      return name;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  @TempDir Path temp;

  private final List<Entry> entries = new ArrayList<>();

  @BeforeEach
  void read() throws Exception {
    var zip = Packages.zip(Packages.sample());
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.add(new Entry(entry.getName(), in.readAllBytes()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dossier-7f3a/../../etc/passwd",
        "dossier-7f3a/data/originals/../E-001.txt",
        "/etc/passwd",
        "dossier-7f3a/data//originals/E-001.txt",
        "dossier-7f3a/data/originals/a\0b",
        "dossier-7f3a/data/originals/\u202egnp.exe",
        "dossier-7f3a/data/originals/a b",
        "dossier-7f3a/data/originals/",
        "dossier-7f3a/data/originals/.hidden",
        "C:\\autoexec.bat",
        "elsewhere/data/originals/E-009.txt",
        "no-folder",
      })
  void names_that_no_package_has_are_refused(String name) throws Exception {
    entries.add(new Entry(name, new byte[] {1}));

    assertThat(failures()).contains("file.impossible");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dossier-7f3a/data/originals/e-001.TXT",
        "dossier-7f3a/MANIFEST.JSON",
        "dossier-7f3a/data/originals/E-009.txt",
        "dossier-7f3a/extra.txt",
        "dossier-7f3a/proofs/E-009.salt",
      })
  void files_that_no_list_names_are_refused(String name) throws Exception {
    entries.add(new Entry(name, new byte[] {1}));

    assertThat(failures()).contains("file.added");
  }

  @Test
  void tricks_of_case_are_named() throws Exception {
    entries.add(new Entry("dossier-7f3a/data/originals/e-001.TXT", new byte[] {1}));

    assertThat(failures()).contains("zip.twice");
  }

  @Test
  void a_folder_renamed_as_a_whole_is_named() throws Exception {
    entries.replaceAll(
        e -> new Entry(e.name().replace("dossier-7f3a/", "dossier-7f3b/"), e.bytes()));

    assertThat(failures()).containsExactly("folder.renamed");
  }

  @Test
  void the_same_files_written_again_hold() throws Exception {
    assertThat(failures()).isEmpty();
  }

  private List<String> failures() throws Exception {
    entries.sort(Comparator.comparing(Entry::name));
    var out = new ByteArrayOutputStream();
    var zip = new ZipWriter(out);
    for (var entry : entries) {
      var crc = new CRC32();
      crc.update(entry.bytes());
      zip.begin(new ZipEntry(entry.name(), crc.getValue(), entry.bytes().length));
      zip.content(entry.bytes(), entry.bytes().length);
    }
    zip.finish();
    assertThat(new String(out.toByteArray(), 0, 2, US_ASCII)).isEqualTo("PK");
    return Packages.failures(Packages.write(temp, "h.zip", out.toByteArray())).stream()
        .map(CheckResult::key)
        .toList();
  }
}
