package org.vigie.imports.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;
import org.vigie.imports.zip.Zips;
import org.vigie.testkit.Trials;

class TarFileTest {

  private static final byte[] CHAT =
      """
      [15/01/2026, 18:04:09] A: hello
      [15/01/2026, 18:05:09] A: \u200E<attached: 1-PHOTO.jpg>
      [15/01/2026, 18:06:09] A: \u200E<attached: 2-PHOTO.jpg>
      """
          .getBytes(StandardCharsets.UTF_8);

  private static Reads read(byte[] bytes) throws Exception {
    return Reads.bytes(bytes, ReadOptions.NONE);
  }

  private static void assertRefused(byte[] bytes, String key) {
    assertThatThrownBy(() -> read(bytes)).hasMessage(key);
  }

  @Test
  void finds_the_chat_by_content_and_lists_what_did_not_come_along() throws Exception {
    var tar =
        new Tars()
            .folder("./chat/")
            .file("./chat/1-PHOTO.jpg", new byte[600])
            .file("./chat/anything.bin", CHAT)
            .bytes();
    for (var bytes : new byte[][] {tar, Tars.gzip(tar)}) {
      var read = read(bytes);
      assertThat(read.messages()).hasSize(3);
      assertThat(read.messages().get(1).flags()).isEmpty();
      assertThat(read.messages().get(2).flags()).containsExactly(Flag.MISSING);
      assertThat(read.report().source()).isEqualTo("chat/anything.bin");
      assertThat(read.report().bytesUnparsed()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void reads_names_of_any_length(boolean pax) throws Exception {
    var name = "ཁ་བརྡ/".repeat(30) + "_chat.txt";
    var read = read(new Tars().longName(name, pax, CHAT).bytes());
    assertThat(read.report().source()).isEqualTo(name);
  }

  @Test
  void opens_one_archive_within_another_and_no_more() throws Exception {
    var zip = new Zips().deflated("_chat.txt", CHAT).bytes();
    var tar = new Tars().file("_chat.txt", CHAT).bytes();
    for (var inner : new byte[][] {zip, tar, Tars.gzip(tar)}) {
      var inTar = new Tars().file("in", inner).bytes();
      assertThat(read(inTar).report().source()).isEqualTo("in/_chat.txt");
      assertThat(read(Tars.gzip(inTar)).messages()).hasSize(3);
      assertThat(read(new Zips().deflated("in", inner).bytes()).messages()).hasSize(3);
      assertRefused(new Tars().file("out", inTar).bytes(), "import.zip-too-deep");
      assertRefused(Tars.gzip(Tars.gzip(Tars.gzip(inTar))), "import.zip-too-deep");
    }
  }

  @Test
  void reads_a_single_file_that_is_compressed() throws Exception {
    assertThat(read(Tars.gzip(CHAT)).messages()).hasSize(3);
    var two = new java.io.ByteArrayOutputStream();
    two.writeBytes(Tars.gzip(Arrays.copyOf(CHAT, 40)));
    two.writeBytes(Tars.gzip(Arrays.copyOfRange(CHAT, 40, CHAT.length)));
    two.writeBytes(new byte[100]);
    assertThat(read(two.toByteArray()).messages()).hasSize(3);
  }

  @Test
  void S_82_never_follows_links_and_names_them() throws Exception {
    var tar = new Tars();
    for (var type : "12346".toCharArray()) {
      tar.link("etc" + type, type);
    }
    var read = read(tar.file("_chat.txt", CHAT).bytes());
    assertThat(read.messages()).hasSize(3);
    assertThat(read.report().warnings())
        .contains(
            "5 links, archives or locked files in the archive were not opened:"
                + " etc1, etc2, etc3, etc4, etc6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../_chat.txt", "a/../../b", "/_chat.txt", "..\\b", "ok/\u202Egpj.exe"})
  void S_82_refuses_names_that_lead_out_or_are_disguised(String name) {
    assertRefused(new Tars().file(name, CHAT).bytes(), "import.zip-unsafe-name");
    assertRefused(new Tars().longName(name, true, CHAT).bytes(), "import.zip-unsafe-name");
    assertRefused(new Tars().longName(name, false, CHAT).bytes(), "import.zip-unsafe-name");
  }

  @Test
  void S_82_refuses_what_grows_a_hundredfold_and_too_much_in_all() throws Exception {
    var zeros = new Tars().file("_chat.txt", new byte[3 << 20]).bytes();
    assertRefused(Tars.gzip(zeros), "import.zip-ratio");
    var text = new byte[300_000];
    for (var i = 0; i < text.length; i++) {
      text[i] = (byte) (i * i % 251);
    }
    var options = ReadOptions.NONE.withLimits(ImportLimits.USUAL.withInflatedBytes(100_000));
    var packed = Tars.gzip(new Tars().file("_chat.txt", text).bytes());
    assertThatThrownBy(() -> Reads.bytes(packed, options)).hasMessage("import.zip-too-large");
  }

  @Test
  void S_82_refuses_two_files_of_one_name_and_too_many() {
    assertRefused(
        new Tars().file("a", CHAT).file("./a", CHAT).bytes(), "import.zip-duplicate-name");
    var many = new Tars();
    for (var i = 0; i <= ImportLimits.USUAL.entries(); i++) {
      many.file(i + ".txt", new byte[0]);
    }
    assertRefused(many.bytes(), "import.zip-too-many-entries");
  }

  @Test
  void S_82_refuses_sizes_that_cannot_be() {
    assertRefused(new Tars().entry("a", '0', 1L << 32, CHAT).bytes(), "import.zip-broken");
    assertRefused(new Tars().entry("a", 'x', 1 << 20, CHAT).bytes(), "import.zip-broken");
  }

  @Test
  void refuses_every_truncation_of_what_is_compressed() throws Exception {
    var packed = Tars.gzip(new Tars().file("_chat.txt", CHAT).bytes());
    for (var length = 11; length < packed.length; length++) {
      assertRefused(Arrays.copyOf(packed, length), "import.zip-broken");
    }
  }

  @Test
  void refuses_a_file_cut_short() {
    var tar = new Tars().file("a", new byte[2000]).file("_chat.txt", CHAT).bytes();
    for (var length = 601; length < 512 + 2048 + 512 + CHAT.length; length += 6) {
      var betweenFiles = length >= 512 + 2000 && length <= 512 + 2048;
      assertRefused(
          Arrays.copyOf(tar, length), betweenFiles ? "import.unknown-format" : "import.zip-broken");
    }
  }

  @Test
  void says_when_the_end_is_missing() throws Exception {
    var tar = new Tars().file("_chat.txt", CHAT).bytes();
    var cut = read(Arrays.copyOf(tar, tar.length - 1024));
    assertThat(cut.messages()).hasSize(3);
    assertThat(cut.report().warnings())
        .contains("the archive has no end; files may be missing from it");
  }

  @Test
  void survives_damage_anywhere() throws Exception {
    var tar = new Tars().file("a", CHAT).longName("_chat.txt", true, CHAT).bytes();
    var packed = Tars.gzip(tar);
    Trials.forAll(
        10,
        (random, size) -> {
          var damaged = random.nextBoolean() ? tar.clone() : packed.clone();
          for (var i = 0; i < size; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
          }
          try {
            read(damaged);
          } catch (ImportRefused refused) {
            assertThat(refused.key()).startsWith("import.");
          }
        });
  }
}
