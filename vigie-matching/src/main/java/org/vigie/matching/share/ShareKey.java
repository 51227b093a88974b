package org.vigie.matching.share;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Secret;
import org.vigie.seal.OprfKey;
import org.vigie.seal.SealRefused;

/**
 * The key of a share host in its folder: old or new after a power cut, never half. Protects nothing
 * against whoever reads the folder; what it opens lies elsewhere.
 */
record ShareKey(int epoch, OprfKey key, @Nullable OprfKey factor) implements AutoCloseable {

  private static final String FILE = "key";

  static @Nullable ShareKey read(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return null;
    }
    var words = Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ", -1);
    try {
      if (words.length == 4 && words[0].equals("vigie-share-1")) {
        var factor = words[3].equals("-") ? null : number(words[3]);
        return new ShareKey(Integer.parseInt(words[1]), number(words[2]), factor);
      }
    } catch (IllegalArgumentException | SealRefused malformed) {
      throw new IOException("the key of the share host cannot be read", malformed);
    }
    throw new IOException("the key of the share host cannot be read");
  }

  private static OprfKey number(String hex) throws SealRefused {
    try (var secret = Secret.take(HexFormat.of().parseHex(hex))) {
      return OprfKey.ofSecret(secret);
    }
  }

  /** Replaces what the folder holds; the disk may keep what was there until it writes over it. */
  void write(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    var part = folder.resolve(FILE + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    var text =
        "vigie-share-1 " + epoch + " " + hex(key) + " " + (factor == null ? "-" : hex(factor));
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private static String hex(OprfKey number) {
    try (var secret = number.secret()) {
      return secret.use(HexFormat.of()::formatHex);
    }
  }

  @Override
  public void close() {
    key.close();
    if (factor != null) {
      factor.close();
    }
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "ShareKey[epoch " + epoch + "]";
  }
}
