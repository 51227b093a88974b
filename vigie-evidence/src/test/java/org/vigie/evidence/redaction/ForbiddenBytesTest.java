package org.vigie.evidence.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForbiddenBytesTest {

  private static final String NAME = "Élodie Exemple";
  private static final byte[] NAMED = ("told by " + NAME).getBytes(StandardCharsets.UTF_8);

  private final ForbiddenBytes check =
      new ForbiddenBytes(
          List.of(
              new Forbidden(Forbidden.Kind.NAME, NAME),
              new Forbidden(Forbidden.Kind.NAME, "Ali"),
              new Forbidden(Forbidden.Kind.NUMBER, "11 74")),
          pdf -> {
            if (pdf.length > 1_000) {
              throw new RedactionRefused("test");
            }
            return List.of(NAMED);
          });

  @TempDir Path folder;

  @Test
  void a_package_without_anything_forbidden_may_go() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "alignment 1174839, nothing else");
    assertThat(check.check(folder)).isEmpty();
  }

  @Test
  void says_which_file_and_which_item() throws IOException {
    Files.createDirectory(folder.resolve("data"));
    Files.write(folder.resolve("data/a.txt"), NAMED);
    assertThat(check.check(folder)).containsExactly(new Finding.Occurs("data/a.txt", 0, "utf-8"));
  }

  @Test
  void a_name_in_base64_is_found_wherever_its_lines_break() {
    for (var before = 0; before < 80; before++) {
      var words = ".".repeat(before) + NAME;
      for (var encoder :
          List.of(Base64.getMimeEncoder(), Base64.getMimeEncoder().withoutPadding())) {
        var encoded = encoder.encodeToString(words.getBytes(StandardCharsets.UTF_8));
        assertThat(items("Content: " + encoded + "\r\n--")).as("%d before it", before).contains(0);
      }
    }
  }

  @Test
  void short_names_and_numbers_are_found_where_they_stand_alone() {
    assertThat(items("Call ALI, room 11-74.")).containsExactly(1, 2);
    assertThat(items("alignment of 311748")).isEmpty();
  }

  @Test
  void looks_into_zip_and_into_a_zip_inside_it_and_no_deeper() throws IOException {
    var once = zip("a.txt", NAMED);
    var twice = zip("b.zip", once);
    assertThat(check.check("c.zip", once)).contains(new Finding.Occurs("c.zip!a.txt", 0, "utf-8"));
    assertThat(check.check("c.zip", twice))
        .contains(new Finding.Occurs("c.zip!b.zip!a.txt", 0, "utf-8"));
    assertThat(check.check("c.zip", zip("d.zip", twice)))
        .contains(new Finding.Unreadable("c.zip!d.zip!b.zip", "archive-too-deep"));
  }

  @Test
  void looks_at_names_inside_archives() throws IOException {
    assertThat(check.check("c.zip", zip(NAME + ".txt", new byte[0])))
        .contains(new Finding.Occurs("c.zip!(name withheld)", 0, "file name"));
  }

  @Test
  void a_broken_archive_or_document_is_not_passed_in_silence() throws IOException {
    var broken = zip("a.txt", new byte[5_000]);
    broken[40] ^= 0x55;
    assertThat(check.check("c.zip", broken)).anyMatch(f -> f instanceof Finding.Unreadable);
    var document = new byte[2_000];
    System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, document, 0, 8);
    assertThat(check.check("d.pdf", document))
        .containsExactly(new Finding.Unreadable("d.pdf", "document"));
  }

  @Test
  void looks_into_gzip_pdf_and_compressed_png_text() throws IOException {
    var gzip = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(gzip)) {
      out.write(NAMED);
    }
    assertThat(check.check("a.gz", gzip.toByteArray())).isNotEmpty();
    assertThat(check.check("d.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
        .containsExactly(new Finding.Occurs("d.pdf", 0, "pdf utf-8"));
    assertThat(check.check("p.png", pngWithCompressedText()))
        .containsExactly(new Finding.Occurs("p.png", 0, "png text utf-8"));
  }

  @Test
  void finds_what_crosses_the_windows_of_a_large_file() {
    for (var at = (1 << 20) - 40; at < (1 << 20) + 10; at += 7) {
      var file = new byte[(1 << 20) + 5_000];
      System.arraycopy(NAMED, 0, file, at, NAMED.length);
      assertThat(check.check("large.bin", file)).isNotEmpty();
    }
  }

  @Test
  void a_file_that_no_memory_holds_is_looked_through_as_it_comes() throws IOException {
    var items = List.of(new Forbidden(Forbidden.Kind.NAME, NAME));
    var small = new ForbiddenBytes(items, pdf -> List.of(), 100_000);
    var large = new byte[2_200_000];
    for (var at : List.of(5, 99_990, (1 << 20) - 10, 2 * (1 << 20) - (1 << 14) - 10)) {
      var named = large.clone();
      System.arraycopy(NAMED, 0, named, at, NAMED.length);
      assertThat(small.check("large.bin", new ByteArrayInputStream(named)))
          .containsExactly(new Finding.Occurs("large.bin", 0, "utf-8"));
    }
    assertThat(small.check("large.bin", new ByteArrayInputStream(large))).isEmpty();
    System.arraycopy("PK\3\4".getBytes(StandardCharsets.ISO_8859_1), 0, large, 0, 4);
    assertThat(small.check("large.zip", new ByteArrayInputStream(large)))
        .contains(new Finding.Unreadable("large.zip", "archive-too-large"));
  }

  @Test
  void an_archive_that_cannot_be_looked_into_is_not_passed_in_silence() {
    for (var mark : List.of("Rar!\32\7\1\0", "7z\274\257\47\34", "\3757zXZ\0", "BZh91AY&SY")) {
      assertThat(check.check("a.bin", mark.getBytes(StandardCharsets.ISO_8859_1)))
          .containsExactly(new Finding.Unreadable("a.bin", "archive"));
    }
  }

  @Test
  void a_zip_behind_something_else_is_not_passed_in_silence() throws IOException {
    var out = new ByteArrayOutputStream();
    out.write("GIF89a and so on".getBytes(StandardCharsets.US_ASCII));
    out.write(zip("a.txt", NAMED));
    assertThat(check.check("a.gif", out.toByteArray()))
        .containsExactly(new Finding.Unreadable("a.gif", "archive"));
  }

  @Test
  void a_zip_whose_directory_names_other_files_than_come_first_is_not_passed() throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(zip("a.txt", "nothing".getBytes(StandardCharsets.US_ASCII)));
    out.write(zip("a.txt", NAMED));
    assertThat(check.check("a.zip", out.toByteArray()))
        .containsExactly(new Finding.Unreadable("a.zip", "archive"));
  }

  @Test
  void too_little_to_look_for_is_refused() {
    assertThatThrownBy(() -> new Forbidden(Forbidden.Kind.NUMBER, "117"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Forbidden(Forbidden.Kind.NAME, " - "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<Integer> items(String text) {
    return check.check("a.txt", text.getBytes(StandardCharsets.UTF_8)).stream()
        .map(f -> ((Finding.Occurs) f).item())
        .distinct()
        .sorted()
        .toList();
  }

  private static byte[] zip(String name, byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] pngWithCompressedText() throws IOException {
    var text = new ByteArrayOutputStream();
    text.write("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
    try (var deflater = new DeflaterOutputStream(text)) {
      deflater.write(NAMED);
    }
    var png = ByteBuffer.allocate(8 + 12 + text.size());
    png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    png.putInt(text.size()).put("zTXt".getBytes(StandardCharsets.US_ASCII)).put(text.toByteArray());
    return png.array();
  }
}
