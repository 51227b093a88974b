package org.vigie.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

class BrokenInputTest {

  private static final String CHAT =
      "15/01/2026, 18:04 - A: \u044F\u0442\u044C\n15/01/2026, 18:05 - B: caf\u00E9\nmore\n";

  @Test
  void refuses_an_empty_file() {
    assertThatThrownBy(() -> Reads.text("")).hasMessage("import.empty");
  }

  @Test
  void refuses_random_bytes() {
    Trials.forAll(
        5000,
        (random, size) -> {
          var bytes = new byte[size];
          random.nextBytes(bytes);
          assertThatThrownBy(() -> Reads.bytes(bytes, ReadOptions.NONE))
              .isInstanceOfSatisfying(
                  ImportRefused.class, refused -> assertThat(refused.key()).startsWith("import."));
        });
  }

  @Test
  void refuses_other_documents() {
    for (var text : new String[] {"hello", "{\"a\":1}", "<html></html>", "\0\0\0\0", "[x] y"}) {
      assertThatThrownBy(() -> Reads.text(text)).hasMessage("import.unknown-format");
    }
  }

  @Test
  void reads_every_truncation_or_refuses_it() throws Exception {
    var whole = CHAT.getBytes(StandardCharsets.UTF_8);
    for (var length = 30; length <= whole.length; length++) {
      var read = Reads.bytes(Arrays.copyOf(whole, length), ReadOptions.NONE);
      assertThat(read.messages()).hasSizeBetween(1, 2);
    }
  }

  @Test
  void reads_other_encodings_as_far_as_they_are_text() throws Exception {
    for (var name : new String[] {"windows-1251", "ISO-8859-1", "windows-1256"}) {
      var read = Reads.bytes(CHAT.getBytes(Charset.forName(name)), ReadOptions.NONE);
      assertThat(read.messages()).hasSize(2);
      assertThat(read.report().bytesUnparsed()).isZero();
    }
  }

  @Test
  void reads_zero_bytes_within_a_text() throws Exception {
    var read = Reads.text(CHAT.replace("more", "mo\0re"));
    assertThat(read.messages().get(1).text()).endsWith("mo\0re");
  }

  @Test
  void reads_damaged_files_or_refuses_them() {
    var whole = CHAT.repeat(5).getBytes(StandardCharsets.UTF_8);
    Trials.forAll(
        20,
        (random, size) -> {
          var damaged = whole.clone();
          for (var i = 0; i < size; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
          }
          try {
            Reads.bytes(damaged, ReadOptions.NONE);
          } catch (ImportRefused refused) {
            assertThat(refused.key()).startsWith("import.");
          }
        });
  }
}
