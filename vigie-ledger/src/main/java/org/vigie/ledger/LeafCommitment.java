package org.vigie.ledger;

import java.security.SecureRandom;

/**
 * One entry of the custody log: 32 bytes that commit to a manifest and say nothing of it. Protects
 * what was filed from whoever reads the log, also from one who guesses the content, as long as the
 * salt is unknown to them; once the salt is destroyed the entry can be tied to nothing. Does not
 * hide that something was filed.
 *
 * @param value SHA-256 of the salt followed by the manifest
 */
public record LeafCommitment(Hash value) {

  /** Length of every salt, in bytes. */
  public static final int SALT_LENGTH = 32;

  /** Commits to {@code manifest} under {@code salt}: SHA-256(salt ‖ manifest), nothing between. */
  public static LeafCommitment commit(byte[] salt, byte[] manifest) {
    if (salt.length != SALT_LENGTH) {
      throw new IllegalArgumentException("A salt has " + SALT_LENGTH + " bytes");
    }
    return new LeafCommitment(Hash.sha256(salt, manifest));
  }

  /** A commitment to nothing, which no one can tell from the others. */
  public static LeafCommitment dummy(SecureRandom random) {
    var bytes = new byte[Hash.LENGTH];
    random.nextBytes(bytes);
    return new LeafCommitment(Hash.of(bytes));
  }

  /** A fresh salt. */
  public static byte[] newSalt(SecureRandom random) {
    var salt = new byte[SALT_LENGTH];
    random.nextBytes(salt);
    return salt;
  }

  /** The leaf hash: SHA-256(0x00 ‖ commitment), RFC 9162, section 2.1.1. */
  public Hash leaf() {
    return Hash.ofLeaf(value.toBytes());
  }
}
