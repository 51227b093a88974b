package org.vigie.seal;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-2 (FIPS 180-4), in memory and over streams, and comparison in constant time. */
public final class Digests {

  private static final int BUFFER = 64 * 1024;

  private Digests() {}

  /** SHA-256 of the parts one after the other, 32 bytes. */
  public static byte[] sha256(byte[]... parts) {
    return digest(sha256(), parts);
  }

  /** SHA-512 of the parts one after the other, 64 bytes. */
  public static byte[] sha512(byte[]... parts) {
    return digest(sha512(), parts);
  }

  /** SHA-256 of all that is left in {@code in}, which is not closed. */
  public static byte[] sha256(InputStream in) throws IOException {
    return digest(sha256(), in);
  }

  /** SHA-512 of all that is left in {@code in}, which is not closed. */
  public static byte[] sha512(InputStream in) throws IOException {
    return digest(sha512(), in);
  }

  /** A SHA-256 to feed piece by piece, for {@link java.security.DigestInputStream} and the like. */
  public static MessageDigest sha256() {
    return algorithm("SHA-256");
  }

  /** A SHA-512 to feed piece by piece. */
  public static MessageDigest sha512() {
    return algorithm("SHA-512");
  }

  /** Whether both hold the same bytes; the time taken does not depend on where they differ. */
  public static boolean same(byte[] one, byte[] other) {
    return MessageDigest.isEqual(one, other);
  }

  private static byte[] digest(MessageDigest digest, byte[]... parts) {
    for (var part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static byte[] digest(MessageDigest digest, InputStream in) throws IOException {
    var buffer = new byte[BUFFER];
    for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return digest.digest();
  }

  private static MessageDigest algorithm(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
