package org.vigie.imports.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;

class ArchiveTest {

  private static final byte[] CHAT =
      """
      [15/01/2026, 18:04:09] A: hello
      [15/01/2026, 18:05:09] A: \u200E<attached: 1-PHOTO.jpg>
      [15/01/2026, 18:06:09] A: \u200E<attached: 2-PHOTO.jpg>
      """
          .getBytes(StandardCharsets.UTF_8);

  private static Reads read(byte[] zip) throws Exception {
    return Reads.bytes(zip, ReadOptions.NONE);
  }

  private static void assertRefused(byte[] zip, String key) {
    assertThatThrownBy(() -> read(zip)).hasMessage(key);
  }

  @Test
  void finds_the_chat_by_content_and_lists_what_did_not_come_along() throws Exception {
    var zip =
        new Zips().stored("1-PHOTO.jpg", new byte[100]).deflated("anything.bin", CHAT).bytes();
    var read = read(zip);
    assertThat(read.messages()).hasSize(3);
    assertThat(read.messages().get(1).flags()).isEmpty();
    assertThat(read.messages().get(2).flags()).containsExactly(Flag.MISSING);
    assertThat(read.report().missingMedia()).containsExactly("2-PHOTO.jpg");
    assertThat(read.report().source()).isEqualTo("anything.bin");
    assertThat(read.report().format()).isEqualTo("whatsapp-ios");
  }

  @Test
  void opens_one_archive_within_another_and_no_more() throws Exception {
    var inner = new Zips().deflated("_chat.txt", CHAT).bytes();
    var middle = new Zips().deflated("in.zip", inner).bytes();
    assertThat(read(middle).messages()).hasSize(3);
    assertThat(read(middle).report().source()).isEqualTo("in.zip/_chat.txt");
    assertRefused(new Zips().stored("out.zip", middle).bytes(), "import.zip-too-deep");
  }

  @Test
  void S_82_refuses_what_grows_a_hundredfold() throws Exception {
    var zip = new Zips().deflated("_chat.txt", new byte[3 << 20]).bytes();
    assertRefused(zip, "import.zip-ratio");
  }

  @Test
  void S_82_refuses_what_grows_although_its_directory_lies() throws Exception {
    var chat = new byte[4 << 20];
    Arrays.fill(chat, (byte) 'x');
    System.arraycopy(CHAT, 0, chat, 0, CHAT.length);
    var zip = new Zips().deflated("_chat.txt", chat).bytes();
    var directory = zip.length - 22 - 46 - "_chat.txt".length();
    zip[directory + 20 + 2] = 1; // 64 KiB more compressed than there is
    assertThatThrownBy(() -> read(zip)).hasMessageStartingWith("import.zip-");
  }

  @Test
  void S_82_refuses_more_than_the_limit_in_all() throws Exception {
    var chat = new StringBuilder();
    for (var i = 0; i < 5000; i++) {
      chat.append("[15/01/2026, 18:04:09] A: hello %d\n".formatted(i));
    }
    var zip =
        new Zips().deflated("c.txt", chat.toString().getBytes(StandardCharsets.UTF_8)).bytes();
    var options = ReadOptions.NONE.withLimits(ImportLimits.USUAL.withInflatedBytes(100_000));
    assertThatThrownBy(() -> Reads.bytes(zip, options)).hasMessage("import.zip-too-large");
    assertThat(read(zip).messages()).hasSize(5000);
  }

  @Test
  void S_82_refuses_too_many_entries() throws Exception {
    var zips = new Zips();
    for (var i = 0; i <= ImportLimits.USUAL.entries(); i++) {
      zips.stored(i + ".txt", new byte[] {'x'});
    }
    assertRefused(zips.bytes(), "import.zip-too-many-entries");
  }

  @Test
  void S_82_counts_the_entries_of_archives_within_together() throws Exception {
    var limits = new ImportLimits(1 << 20, 100, 20, 2, 1 << 20);
    var options = ReadOptions.NONE.withLimits(limits);
    var within = new Zips();
    for (var i = 0; i < 9; i++) {
      within.stored(i + ".bin", new byte[] {'x'});
    }
    within.stored("_chat.txt", CHAT);
    var one = new Zips().stored("a.zip", within.bytes()).bytes();
    assertThat(Reads.bytes(one, options).messages()).isNotEmpty();
    var two = new Zips().stored("a.zip", within.bytes()).stored("b.zip", within.bytes()).bytes();
    var read = Reads.bytes(two, options);
    assertThat(read.messages()).hasSameSizeAs(Reads.bytes(one, options).messages());
    assertThat(read.report().warnings().toString()).contains("were not opened: b.zip");
  }

  @Test
  void reads_a_chat_among_more_pictures_than_anybody_counts() throws Exception {
    var zips = new Zips();
    for (var i = 0; i < 10_000; i++) {
      zips.stored("IMG-" + i + ".jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
    }
    assertThat(read(zips.stored("_chat.txt", CHAT).bytes()).messages()).isNotEmpty();
  }

  @Test
  void S_82_a_long_archive_may_hold_ten_times_its_length_more() {
    var limits = ImportLimits.USUAL;
    assertThat(limits.outOf(20 << 20)).isEqualTo(limits.inflatedBytes());
    assertThat(limits.outOf(21 << 20)).isEqualTo(limits.inflatedBytes() + (10 << 20));
    assertThat(limits.withInflatedBytes(100_000).outOf(1 << 20)).isEqualTo(100_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../_chat.txt",
        "a/../../_chat.txt",
        "..\\_chat.txt",
        "/_chat.txt",
        "\\_chat.txt",
        "C:\\_chat.txt",
        "c:/_chat.txt",
        "a\0.txt",
        "ok/\u202Egpj.exe",
        "a\nb.txt"
      })
  void S_82_refuses_names_that_lead_out_or_are_disguised(String name) throws Exception {
    assertRefused(new Zips().stored(name, CHAT).bytes(), "import.zip-unsafe-name");
  }

  @Test
  void S_82_refuses_two_files_of_one_name() throws Exception {
    var zip = new Zips().stored("_chat.txt", CHAT).stored("_chat.txt", CHAT).bytes();
    assertRefused(zip, "import.zip-duplicate-name");
  }

  @Test
  void S_82_refuses_symbolic_links() throws Exception {
    assertRefused(new Zips().withSymlink().stored("_chat.txt", CHAT).bytes(), "import.zip-symlink");
  }

  @Test
  void S_82_refuses_files_that_overlap() throws Exception {
    var zip = new Zips().withOverlap().stored("_chat.txt", CHAT).stored("b.txt", CHAT).bytes();
    assertRefused(zip, "import.zip-overlap");
  }

  @Test
  void refuses_damage_anywhere_in_a_file_it_reads() throws Exception {
    var zip = new Zips().deflated("_chat.txt", CHAT).bytes();
    zip[60] ^= 1;
    assertRefused(zip, "import.zip-broken");
  }

  @Test
  void refuses_every_truncation() throws Exception {
    var zip = new Zips().deflated("_chat.txt", CHAT).bytes();
    for (var length = 4; length < zip.length; length++) {
      assertRefused(Arrays.copyOf(zip, length), "import.zip-broken");
    }
  }

  @Test
  void says_what_was_tried_when_no_file_is_known() throws Exception {
    var zip = new Zips().stored("a.txt", "no chat".getBytes(StandardCharsets.UTF_8)).bytes();
    assertRefused(zip, "import.unknown-format");
  }
}
