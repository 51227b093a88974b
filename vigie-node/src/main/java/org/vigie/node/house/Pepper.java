package org.vigie.node.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import org.vigie.kernel.Secret;
import org.vigie.node.ops.Home;
import org.vigie.seal.Hkdf;

/**
 * Turns a sign-in name into the id of its account. Protects names from whoever has the database but
 * not the folder {@code keys}; with both, a name that can be guessed can be tested.
 */
final class Pepper {

  private static final int LENGTH = 32;
  private static final String LABEL = "vigie/v1/account/";

  private final Secret secret;

  private Pepper(Secret secret) {
    this.secret = secret;
  }

  static Pepper load(Home home, SecureRandom random) {
    var file = home.keys().resolve("names.key");
    try {
      if (Files.notExists(file)) {
        make(file, random);
      }
      var bytes = Files.readAllBytes(file);
      if (bytes.length != LENGTH) {
        throw new IllegalStateException("the key of the names was changed");
      }
      return new Pepper(Secret.take(bytes));
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  private static void make(Path file, SecureRandom random) throws IOException {
    var bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    var beside = file.resolveSibling("names.key.tmp");
    Files.write(
        beside,
        bytes,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.SYNC,
        StandardOpenOption.WRITE);
    Home.ownerOnly(beside);
    Files.move(beside, file);
  }

  /** The id of the account called {@code name}; capitals and spaces around it do not matter. */
  String lookup(String name) {
    var plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    try (var id = Hkdf.derive(secret, LABEL + plain, LENGTH)) {
      return id.use(HexFormat.of()::formatHex);
    }
  }
}
