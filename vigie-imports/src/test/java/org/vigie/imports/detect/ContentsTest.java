package org.vigie.imports.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.imports.BytesSource;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.archive.Listed;
import org.vigie.imports.json.FilesJson;
import org.vigie.imports.tar.Tars;
import org.vigie.imports.zip.Zips;

/**
 * An archive of photographs or recordings is no conversation, and its files are named all the same.
 */
class ContentsTest {

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Contents of(byte[] archive) throws IOException, ImportRefused {
    return Contents.of(new BytesSource(archive));
  }

  private static Listed open(String name, long size) {
    return new Listed(name, size, false);
  }

  @Test
  void names_the_files_of_zip_tar_and_gzip_alike_whatever_they_are() throws Exception {
    var expected = List.of(open("a/1.png", 3), open("a/_chat.txt", 1), open("b.wav", 5));
    var zip =
        new Zips()
            .stored("b.wav", utf8("sound"))
            .deflated("a/_chat.txt", utf8("x"))
            .stored("a/1.png", utf8("png"))
            .bytes();
    var tar =
        new Tars()
            .folder("a/")
            .file("b.wav", utf8("sound"))
            .file("a/_chat.txt", utf8("x"))
            .file("a/1.png", utf8("png"))
            .bytes();
    for (var archive : new byte[][] {zip, tar, Tars.gzip(tar)}) {
      assertThat(of(archive)).isEqualTo(new Contents(expected, true, false));
    }
    assertThat(of(Tars.gzip(utf8("alone"))).files()).containsExactly(open("content", 5));
  }

  @Test
  void an_archive_within_is_one_file() throws Exception {
    var inner = new Zips().stored("1.png", utf8("png")).bytes();
    assertThat(of(new Zips().stored("in.zip", inner).bytes()).files())
        .containsExactly(open("in.zip", inner.length));
  }

  @Test
  void names_what_cannot_be_opened_and_says_that_the_end_is_missing() throws Exception {
    var tar = new Tars().file("1.png", utf8("png")).link("2.png", '2').bytes();
    assertThat(of(tar).files()).containsExactly(open("1.png", 3), new Listed("2.png", 0, true));
    var cut = Arrays.copyOf(tar, tar.length - 1024);
    assertThat(of(cut).whole()).isFalse();
    assertThat(of(cut).files()).hasSize(2);
    var locked = new Zips().stored("1.png", utf8("png")).bytes();
    locked[locked.length - 22 - 46 - "1.png".length() + 8] |= 1;
    assertThat(of(locked).files()).containsExactly(new Listed("1.png", 0, true));
  }

  @Test
  void knows_a_paper_that_is_a_zip_file_in_form_alone() throws Exception {
    var sheet = new Zips().stored("[Content_Types].xml", utf8("<")).stored("xl/a.xml", utf8("<"));
    assertThat(of(sheet.bytes()).paper()).isTrue();
    var table = new Zips().stored("mimetype", utf8("x")).stored("META-INF/manifest.xml", utf8("<"));
    assertThat(of(table.bytes()).paper()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/../../x", "/x", "C:\\x", "\u202Egpj.x", "a\nb"})
  void S_82_lists_no_names_that_lead_out_or_are_disguised(String name) throws Exception {
    var zip = new Zips().stored("1.png", utf8("png")).stored(name, utf8("x")).bytes();
    assertThatThrownBy(() -> of(zip)).hasMessage("import.zip-unsafe-name");
  }

  @Test
  void refuses_what_is_damaged_or_no_archive() throws Exception {
    var zip = new Zips().stored("1.png", utf8("png")).bytes();
    assertThatThrownBy(() -> of(Arrays.copyOf(zip, zip.length - 9)))
        .hasMessage("import.zip-broken");
    var gzip = Tars.gzip(utf8("one"));
    assertThatThrownBy(() -> of(Arrays.copyOf(gzip, gzip.length - 9)))
        .isInstanceOf(ImportRefused.class)
        .hasMessage("import.zip-broken");
    assertThatThrownBy(() -> of(utf8("words"))).hasMessage("import.unknown-format");
  }

  @Test
  void writes_a_line_for_each() throws Exception {
    var out = new ByteArrayOutputStream();
    FilesJson.write(List.of(open("a \"b\".png", 3), new Listed("c", 0, true)), out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"name":"a \\"b\\".png","size":3}
            {"name":"c","size":0,"closed":true}
            """);
  }
}
