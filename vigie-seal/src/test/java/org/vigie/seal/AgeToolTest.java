package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Secret;

/** Against Debian's age: what one seals, the other opens. */
class AgeToolTest {

  private static final String PASSPHRASE = "lantern quay seven";

  @TempDir Path folder;

  private final SecureRandom random = new SecureRandom();
  private final byte[] plain = TestBytes.random(random, 300_000);

  @BeforeEach
  void needsAge() {
    assumeTrue(Commands.exist("age", "age-keygen"), "age is not installed");
  }

  @Test
  void opens_what_we_sealed_to_a_key_of_ours() throws Exception {
    try (var key = X25519Key.generate(random)) {
      Files.writeString(folder.resolve("key"), key.text() + "\n");
      var sealed = AgeFile.seal(plain, List.of(key.recipient()));
      assertThat(Commands.run(folder, sealed, "age", "-d", "-i", "key")).isEqualTo(plain);
      var recipient = Commands.run(folder, new byte[0], "age-keygen", "-y", "key");
      assertThat(new String(recipient, StandardCharsets.US_ASCII).strip())
          .isEqualTo(key.recipient().text());
    }
  }

  @Test
  void seals_what_we_open_with_a_key_of_its_own() throws Exception {
    Commands.run(folder, new byte[0], "age-keygen", "-o", "key");
    var identities = Identity.parseFile(Files.readString(folder.resolve("key")));
    var recipient = ((X25519Key) identities.getFirst()).recipient().text();
    var sealed = Commands.run(folder, plain, "age", "-r", recipient);
    assertThat(AgeFile.open(sealed, identities)).isEqualTo(plain);
  }

  @Test
  void armours_for_mail_what_we_open_and_nothing_of_it_when_it_was_cut() throws Exception {
    Commands.run(folder, new byte[0], "age-keygen", "-o", "key");
    var identities = Identity.parseFile(Files.readString(folder.resolve("key")));
    var recipient = ((X25519Key) identities.getFirst()).recipient().text();
    var sealed = Commands.run(folder, plain, "age", "-a", "-r", recipient);
    var opened = folder.resolve("opened");
    assertThat(AgeFile.openWhole(new ByteArrayInputStream(sealed), identities, opened))
        .isEqualTo(plain.length);
    assertThat(opened).hasBinaryContent(plain);
    var again = folder.resolve("again");
    for (var length : new int[] {10, 40, sealed.length / 2, sealed.length - 10}) {
      var cut = new ByteArrayInputStream(Arrays.copyOf(sealed, length));
      assertThatThrownBy(() -> AgeFile.openWhole(cut, identities, again))
          .isInstanceOf(SealRefused.class);
      assertThat(again).doesNotExist();
    }
  }

  @Test
  void refuses_what_we_refuse_when_a_file_is_cut() throws Exception {
    try (var key = X25519Key.generate(random)) {
      Files.writeString(folder.resolve("key"), key.text() + "\n");
      var sealed = AgeFile.seal(plain, List.of(key.recipient()));
      var cut = Arrays.copyOf(sealed, sealed.length - 1);
      assertThatThrownBy(() -> Commands.run(folder, cut, "age", "-d", "-i", "key"))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> AgeFile.open(cut, List.of(key))).isInstanceOf(SealRefused.class);
    }
  }

  @Test
  void opens_what_we_sealed_to_a_passphrase() throws Exception {
    assumeTrue(Commands.exist("python3"), "python3, which types the passphrase, is not installed");
    try (var passphrase = Secret.take(PASSPHRASE.getBytes(StandardCharsets.UTF_8))) {
      var sealed = AgeFile.seal(plain, List.of(new PassphraseRecipient(passphrase)));
      Files.write(folder.resolve("sealed"), sealed);
      type("age -d -o opened sealed");
      assertThat(Files.readAllBytes(folder.resolve("opened"))).isEqualTo(plain);
    }
  }

  @Test
  void seals_to_a_passphrase_what_we_open() throws Exception {
    assumeTrue(Commands.exist("python3"), "python3, which types the passphrase, is not installed");
    Files.write(folder.resolve("plain"), plain);
    type("age -p -o sealed plain");
    try (var passphrase = Secret.take(PASSPHRASE.getBytes(StandardCharsets.UTF_8));
        var known = new PassphraseIdentity(passphrase)) {
      var sealed = Files.readAllBytes(folder.resolve("sealed"));
      assertThat(AgeFile.open(sealed, List.of(known))).isEqualTo(plain);
    }
  }

  /** age reads a passphrase from a terminal only, so one is made for it. */
  private void type(String command) throws Exception {
    Files.write(folder.resolve("type.py"), TestBytes.resource("type-passphrase.py"));
    Commands.run(folder, new byte[0], "python3", "type.py", PASSPHRASE, command);
  }
}
