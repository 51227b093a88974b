package org.vigie.evidence;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.vigie.ledger.Hash;

/**
 * What one reading of a content gives.
 *
 * @param sha256 SHA-256
 * @param sha512 SHA-512 in lower-case hexadecimal
 * @param crc CRC-32, for the zip
 * @param length bytes
 */
record Fingerprint(Hash sha256, String sha512, long crc, long length) {

  private static final int BUFFER = 128 * 1024;

  /** Is given each part that was read. */
  @FunctionalInterface
  interface Sink {
    void accept(byte[] bytes, int length) throws IOException;
  }

  static Fingerprint of(Content content) throws IOException {
    return copy(content, (_, _) -> {});
  }

  static Fingerprint copy(Content content, Sink sink) throws IOException {
    var sha256 = digest("SHA-256");
    var sha512 = digest("SHA-512");
    var crc = new CRC32();
    long length = 0;
    var buffer = new byte[BUFFER];
    try (var in = content.open()) {
      for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        sha256.update(buffer, 0, count);
        sha512.update(buffer, 0, count);
        crc.update(buffer, 0, count);
        sink.accept(buffer, count);
        length += count;
      }
    }
    var hex = HexFormat.of().formatHex(sha512.digest());
    return new Fingerprint(Hash.of(sha256.digest()), hex, crc.getValue(), length);
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK provides " + name, e);
    }
  }
}
