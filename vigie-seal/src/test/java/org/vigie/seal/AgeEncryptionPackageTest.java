package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against the npm package age-encryption, by age's author: the hybrid recipient both ways. */
class AgeEncryptionPackageTest {

  private static final Path FOLDER = Path.of("target", "age-encryption");

  private final SecureRandom random = new SecureRandom();
  private final byte[] plain = TestBytes.random(random, 200_000);

  @BeforeAll
  static void fetch() throws IOException, InterruptedException {
    assumeTrue(Commands.exist("node", "npm"), "node or npm is not installed");
    Files.createDirectories(FOLDER);
    for (var name : List.of("package.json", "package-lock.json", "differential.mjs")) {
      Files.write(FOLDER.resolve(name), TestBytes.resource("differential/" + name));
    }
    if (!Files.exists(FOLDER.resolve("node_modules/age-encryption/package.json"))) {
      try {
        Commands.run(
            FOLDER, new byte[0], "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
      } catch (IOException unreachable) {
        assumeTrue(false, "npm cannot fetch age-encryption: " + unreachable.getMessage());
      }
    }
  }

  @Test
  void opens_what_we_sealed_and_derives_the_same_recipient() throws Exception {
    try (var key = HybridKey.generate(random)) {
      var sealed = AgeFile.seal(plain, List.of(key.recipient()));
      assertThat(node("open", key.text(), sealed)).isEqualTo(plain);
      assertThat(new String(node("recipient", key.text(), new byte[0]), StandardCharsets.US_ASCII))
          .isEqualTo(key.recipient().text());
    }
  }

  @Test
  void seals_what_we_open() throws Exception {
    try (var key = HybridKey.generate(random)) {
      var sealed = node("seal", key.recipient().text(), plain);
      assertThat(AgeFile.open(sealed, List.of(key))).isEqualTo(plain);
    }
  }

  private static byte[] node(String verb, String key, byte[] input)
      throws IOException, InterruptedException {
    return Commands.run(FOLDER, input, "node", "differential.mjs", verb, key);
  }
}
