package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Secret;
import org.vigie.testkit.Trials;

class AgeFileTest {

  private static final int CHUNK = 65_536;

  private final SecureRandom random = new SecureRandom();
  private final HybridKey key = HybridKey.generate(random);
  private final X25519Key classical = X25519Key.generate(random);
  private final Secret passphrase = Passphrases.secretOf("a lantern on the quay");

  @AfterEach
  void close() {
    key.close();
    classical.close();
    passphrase.close();
  }

  @Test
  void opens_what_it_sealed_to_each_kind_of_recipient() throws SealRefused {
    var plain = TestBytes.random(random, 300_000);
    try (var known = new PassphraseIdentity(passphrase)) {
      var toHybrid = AgeFile.seal(plain, List.of(key.recipient()));
      var toClassical = AgeFile.seal(plain, List.of(classical.recipient()));
      var toPassphrase = AgeFile.seal(plain, List.of(new PassphraseRecipient(passphrase, 10)));

      assertThat(AgeFile.open(toHybrid, List.of(key))).isEqualTo(plain);
      assertThat(AgeFile.open(toClassical, List.of(key, classical))).isEqualTo(plain);
      assertThat(AgeFile.open(toPassphrase, List.of(known))).isEqualTo(plain);
    }
  }

  @Test
  void opens_whatever_the_length_and_however_it_was_written_and_read() {
    Trials.forAll(
        4 * CHUNK,
        (trial, size) -> {
          var around = trial.nextBoolean() ? size : (1 + size / CHUNK) * CHUNK;
          var plain = TestBytes.random(trial, Math.max(0, around - trial.nextInt(3)));
          var sealed = new ByteArrayOutputStream();
          try (var sealing = AgeFile.sealTo(sealed, List.of(classical.recipient()))) {
            for (var at = 0; at < plain.length; ) {
              var part = Math.min(plain.length - at, 1 + trial.nextInt(3 * CHUNK));
              sealing.write(plain, at, part);
              at += part;
            }
          }
          var opened = new ByteArrayOutputStream();
          try (var opening =
              AgeFile.open(new ByteArrayInputStream(sealed.toByteArray()), List.of(classical))) {
            var buffer = new byte[1 + trial.nextInt(3 * CHUNK)];
            for (var read = opening.read(buffer); read >= 0; read = opening.read(buffer)) {
              opened.write(buffer, 0, read);
            }
            assertThat(opening.read()).isEqualTo(-1);
          }
          assertThat(Digests.same(opened.toByteArray(), plain)).isTrue();
        });
  }

  @Test
  void opens_for_each_of_a_hundred_members() throws SealRefused {
    var members = new ArrayList<HybridKey>();
    var recipients = new ArrayList<Recipient>();
    for (var i = 0; i < 100; i++) {
      members.add(HybridKey.generate(random));
      recipients.add(members.getLast().recipient());
    }
    var sealed = AgeFile.seal(new byte[5], recipients);
    assertThat(AgeFile.open(sealed, List.of(members.getFirst()))).hasSize(5);
    assertThat(AgeFile.open(sealed, List.of(members.getLast()))).hasSize(5);
    members.forEach(HybridKey::close);
  }

  @Test
  void refuses_who_is_not_among_the_recipients() {
    var sealed = AgeFile.seal(new byte[5], List.of(key.recipient()));
    var locked = AgeFile.seal(new byte[5], List.of(new PassphraseRecipient(passphrase, 10)));
    try (var other = HybridKey.generate(random);
        var wrong = Passphrases.secretOf("a lantern on the key");
        var guess = new PassphraseIdentity(wrong)) {
      assertRefused(sealed, other, "seal.not-for-you");
      assertRefused(sealed, guess, "seal.not-for-you");
      assertRefused(locked, guess, "seal.wrong-passphrase");
    }
  }

  @Test
  void S_06_any_changed_byte_of_header_and_first_chunk_is_refused() {
    var sealed = AgeFile.seal(TestBytes.random(random, 200), List.of(key.recipient()));
    var small = AgeFile.seal(TestBytes.random(random, 200), List.of(classical.recipient()));
    assertEveryMutationRefused(sealed, key);
    assertEveryMutationRefused(small, classical);
  }

  @Test
  void S_06_a_changed_byte_deep_in_a_long_file_is_refused() {
    var sealed = AgeFile.seal(new byte[3 * CHUNK], List.of(classical.recipient()));
    for (var at = 300; at < sealed.length; at += 4_093) {
      assertMutationRefused(sealed, classical, at);
    }
  }

  @Test
  void S_07_a_file_cut_anywhere_is_refused() {
    var sealed = AgeFile.seal(new byte[2 * CHUNK + 10], List.of(classical.recipient()));
    var header = sealed.length - (2 * CHUNK + 10) - 3 * 16;
    for (var length = 0; length < sealed.length; length += length < header + 40 ? 1 : 997) {
      assertRefused(Arrays.copyOf(sealed, length), classical);
    }
    for (var chunks = 1; chunks <= 2; chunks++) {
      var cut = Arrays.copyOf(sealed, header + chunks * (CHUNK + 16));
      assertRefused(cut, classical, "seal.truncated");
    }
  }

  @Test
  void S_07_a_file_made_longer_is_refused() {
    for (var length : new int[] {0, 10, CHUNK, CHUNK + 10}) {
      var sealed = AgeFile.seal(new byte[length], List.of(classical.recipient()));
      for (var more : new int[] {1, 15, 16, 17, CHUNK, CHUNK + 16}) {
        assertRefused(Arrays.copyOf(sealed, sealed.length + more), classical);
      }
    }
  }

  @Test
  void S_07_a_stream_hands_out_no_byte_of_a_bad_chunk_and_keeps_refusing() throws Exception {
    var sealed = AgeFile.seal(new byte[2 * CHUNK], List.of(classical.recipient()));
    sealed[sealed.length - 1] ^= 1;
    try (var opening = AgeFile.open(new ByteArrayInputStream(sealed), List.of(classical))) {
      assertThat(opening.readNBytes(CHUNK)).hasSize(CHUNK);
      var buffer = new byte[2 * CHUNK];
      Arrays.fill(buffer, (byte) 7);
      assertThatThrownBy(() -> opening.read(buffer)).isInstanceOf(BrokenSealException.class);
      assertThat(buffer).containsOnly(7);
      assertThatThrownBy(opening::read).isInstanceOf(BrokenSealException.class);
      assertThatThrownBy(() -> opening.read(buffer)).isInstanceOf(BrokenSealException.class);
    }
  }

  @Test
  void S_07_opening_a_whole_file_leaves_nothing_behind_when_refused(@TempDir Path folder)
      throws Exception {
    var sealed = AgeFile.seal(new byte[2 * CHUNK], List.of(classical.recipient()));
    var cut = folder.resolve("cut.age");
    Files.write(cut, Arrays.copyOf(sealed, sealed.length - 1));
    var to = folder.resolve("opened");
    var out = new ByteArrayOutputStream();

    assertThatThrownBy(() -> AgeFile.openWhole(Files.newInputStream(cut), List.of(classical), to))
        .isInstanceOf(SealRefused.class);
    assertThatThrownBy(() -> AgeFile.openWhole(cut, List.of(classical), out))
        .isInstanceOf(SealRefused.class);
    assertThat(out.size()).isZero();
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(cut);
    }
  }

  @Test
  void opens_a_whole_file_to_a_file_and_to_a_stream(@TempDir Path folder) throws Exception {
    var plain = TestBytes.random(random, 2 * CHUNK);
    var from = folder.resolve("sealed.age");
    Files.write(from, AgeFile.seal(plain, List.of(classical.recipient())));
    var to = folder.resolve("opened");
    var out = new ByteArrayOutputStream();

    assertThat(AgeFile.openWhole(Files.newInputStream(from), List.of(classical), to))
        .isEqualTo(plain.length);
    assertThat(AgeFile.openWhole(from, List.of(classical), out)).isEqualTo(plain.length);
    assertThat(Files.readAllBytes(to)).isEqualTo(plain);
    assertThat(out.toByteArray()).isEqualTo(plain);
  }

  @Test
  void S_08_never_seals_to_a_classical_beside_a_hybrid_recipient() throws IOException {
    var mixed = List.of(key.recipient(), classical.recipient());
    var out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> AgeFile.requireCompatible(mixed)).hasMessage("seal.mixed-recipients");
    assertThatIllegalArgumentException().isThrownBy(() -> AgeFile.sealTo(out, mixed).close());
    assertThat(out.size()).isZero();
    var header =
        new String(
            AgeFile.seal(new byte[1], List.of(key.recipient())), StandardCharsets.ISO_8859_1);
    assertThat(header).contains("-> mlkem768x25519 ").doesNotContain("-> X25519");
  }

  @Test
  void never_seals_to_a_passphrase_and_somebody_else_nor_to_nobody() {
    var both = List.of(new PassphraseRecipient(passphrase, 10), key.recipient());
    var twice =
        List.<Recipient>of(
            new PassphraseRecipient(passphrase, 10), new PassphraseRecipient(passphrase, 10));
    assertThatThrownBy(() -> AgeFile.requireCompatible(both))
        .hasMessage("seal.passphrase-not-alone");
    assertThatThrownBy(() -> AgeFile.requireCompatible(twice))
        .hasMessage("seal.passphrase-not-alone");
    assertThatThrownBy(() -> AgeFile.requireCompatible(List.of())).hasMessage("seal.no-recipient");
  }

  @Test
  void an_abandoned_file_never_opens() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var sealing = AgeFile.sealTo(out, List.of(classical.recipient()))) {
      sealing.write(new byte[3 * CHUNK]);
      sealing.abandon();
      assertThatThrownBy(() -> sealing.write(1)).isInstanceOf(IOException.class);
    }
    assertRefused(out.toByteArray(), classical, "seal.truncated");
  }

  @Test
  void refuses_a_header_without_end() {
    var endless = "age-encryption.org/v1\n" + "-> X\n\n".repeat(AgeHeader.MAX_LENGTH / 6);
    assertRefused(endless.getBytes(StandardCharsets.US_ASCII), classical, "seal.malformed");
  }

  private void assertEveryMutationRefused(byte[] sealed, Identity identity) {
    for (var at = 0; at < sealed.length; at++) {
      assertMutationRefused(sealed, identity, at);
    }
  }

  private void assertMutationRefused(byte[] sealed, Identity identity, int at) {
    var mutated = sealed.clone();
    mutated[at] ^= (byte) (1 << random.nextInt(8));
    assertRefused(mutated, identity);
  }

  private static void assertRefused(byte[] sealed, Identity identity) {
    assertThatThrownBy(() -> AgeFile.open(sealed, List.of(identity)))
        .isInstanceOf(SealRefused.class);
  }

  private static void assertRefused(byte[] sealed, Identity identity, String key) {
    assertThatThrownBy(() -> AgeFile.open(sealed, List.of(identity)))
        .isInstanceOf(SealRefused.class)
        .hasMessage(key);
  }
}
