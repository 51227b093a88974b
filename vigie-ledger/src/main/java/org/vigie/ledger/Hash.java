package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 value. Immutable; equality takes time independent of the content. */
public final class Hash {

  /** Length of every hash, in bytes. */
  public static final int LENGTH = 32;

  private static final byte[] LEAF_PREFIX = {0x00};
  private static final byte[] NODE_PREFIX = {0x01};

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Wraps a copy of {@code bytes}, which must be {@link #LENGTH} long. */
  public static Hash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("A hash has " + LENGTH + " bytes, not " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /** The SHA-256 of the parts, one after the other, with nothing between them. */
  public static Hash sha256(byte[]... parts) {
    var sha256 = newSha256();
    for (var part : parts) {
      sha256.update(part);
    }
    return new Hash(sha256.digest());
  }

  /** Reads 64 lower-case hexadecimal digits; refuses anything else. */
  public static Hash parseHex(String hex) throws LedgerRefused {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new LedgerRefused("ledger.malformed-hash");
    }
    return new Hash(HexFormat.of().parseHex(hex));
  }

  /** Reads the padded base 64 spelling that {@link #base64} writes; refuses anything else. */
  public static Hash parseBase64(String text) throws LedgerRefused {
    var bytes = StrictBase64.decode(text, "ledger.malformed-hash");
    if (bytes.length != LENGTH) {
      throw new LedgerRefused("ledger.malformed-hash");
    }
    return new Hash(bytes);
  }

  /** Hashes one log entry. The prefix keeps an entry from posing as an inner node. */
  public static Hash ofLeaf(byte[] entry) {
    return sha256(LEAF_PREFIX, entry);
  }

  /** Hashes one log entry written in UTF-8. */
  public static Hash ofLeaf(String entry) {
    return ofLeaf(entry.getBytes(UTF_8));
  }

  static Hash ofNode(Hash left, Hash right) {
    return sha256(NODE_PREFIX, left.bytes, right.bytes);
  }

  /** The root of the tree without leaves. */
  public static Hash ofNothing() {
    return sha256();
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK provides SHA-256", e);
    }
  }

  /** Returns a copy. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, LENGTH);
  }

  /** The spelling used in notes and proofs: base 64 of RFC 4648, section 4, with padding. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Lower-case hexadecimal. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
