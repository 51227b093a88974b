package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

/** The published vectors of the form are in {@link AgeVectorsTest}. */
class ArmorTest {

  private final SecureRandom random = new SecureRandom();
  private final HybridKey key = HybridKey.generate(random);

  @AfterEach
  void close() {
    key.close();
  }

  private static String armored(byte[] sealed) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(sealed);
    return Armor.BEGIN + "\n" + lines + "\n" + Armor.END + "\n";
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void comes_off_whatever_the_length_and_however_it_is_read() {
    Trials.forAll(
        5_000,
        (trial, size) -> {
          var bytes = TestBytes.random(trial, 1 + size);
          var text = armored(bytes);
          var in = Armor.off(stream(trial.nextBoolean() ? text : text.replace("\n", "\r\n")));
          var read = new byte[bytes.length + 10];
          var got = 0;
          for (var n = 0; n >= 0; got += Math.max(0, n)) {
            n = in.read(read, got, 1 + trial.nextInt(read.length - got));
          }
          assertThat(got).isEqualTo(bytes.length);
          assertThat(read).startsWith(bytes);
        });
  }

  @Test
  void leaves_what_wears_none_as_it_is() throws IOException {
    for (var text : List.of("", "age-encryption.org/v1\n-> x", "   \n", "\u0000\u0001", "{}")) {
      assertThat(Armor.off(stream(text)).readAllBytes()).isEqualTo(stream(text).readAllBytes());
    }
  }

  @Test
  void S_06_any_changed_character_of_an_armoured_file_is_refused() throws Exception {
    var text = armored(AgeFile.seal(new byte[200], List.of(key.recipient())));
    Trials.forAll(
        1,
        (trial, size) -> {
          var at = trial.nextInt(text.length() - 1);
          var other = (char) (33 + trial.nextInt(94));
          if (text.charAt(at) != other) {
            var changed = text.substring(0, at) + other + text.substring(at + 1);
            assertThatThrownBy(() -> opened(changed)).isInstanceOf(SealRefused.class);
          }
        });
    assertThat(opened(text)).hasSize(200);
  }

  private byte[] opened(String text) throws IOException, SealRefused {
    try (var opening = AgeFile.open(Armor.off(stream(text)), List.of(key))) {
      return opening.readAllBytes();
    } catch (BrokenSealException broken) {
      throw broken.refusal();
    }
  }

  @Test
  void a_line_without_end_is_refused_after_some_bytes_and_stays_refused() throws IOException {
    var endless =
        new InputStream() {
          private final InputStream begin = stream(Armor.BEGIN + "\n");
          private long read;

          @Override
          public int read() throws IOException {
            read++;
            var octet = begin.read();
            return octet < 0 ? 'A' : octet;
          }

          @Override
          public int read(byte[] to, int offset, int length) throws IOException {
            for (var i = 0; i < length; i++) {
              to[offset + i] = (byte) read();
            }
            return length;
          }
        };
    var in = Armor.off(endless);
    for (var again = 0; again < 2; again++) {
      assertThatThrownBy(in::read).isInstanceOf(BrokenSealException.class);
    }
    assertThat(endless.read).isLessThan(100_000);
  }

  @Test
  void more_white_space_than_mail_adds_is_no_armour() {
    var far = " ".repeat(Armor.MOST_WHITE + 1) + armored(new byte[50]);
    assertThatThrownBy(() -> opened(far)).isInstanceOf(SealRefused.class);
    var behind = armored(new byte[50]) + " ".repeat(Armor.MOST_WHITE + 1);
    assertThatThrownBy(() -> Armor.off(stream(behind)).readAllBytes())
        .isInstanceOf(BrokenSealException.class);
  }
}
