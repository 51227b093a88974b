package org.vigie.register;

import java.util.List;

/**
 * The register's own entries: who founded it, who reads it, its epochs, its erasures, its blobs.
 */
final class Reserved {

  static final EntryType<Founded> FOUNDED = new EntryType<>("register.founded", 1, Founded.class);
  static final EntryType<MemberAdded> MEMBER_ADDED =
      new EntryType<>("register.member-added", 1, MemberAdded.class);
  static final EntryType<MemberRemoved> MEMBER_REMOVED =
      new EntryType<>("register.member-removed", 1, MemberRemoved.class);
  static final EntryType<EpochOpened> EPOCH_OPENED =
      new EntryType<>("register.epoch-opened", 1, EpochOpened.class);
  static final EntryType<Erased> ERASED = new EntryType<>("register.erased", 1, Erased.class);
  static final EntryType<BlobKept> BLOB_STORED =
      new EntryType<>("register.blob-stored", 1, BlobKept.class);
  static final EntryType<BlobErased> BLOB_ERASED =
      new EntryType<>("register.blob-erased", 1, BlobErased.class);

  static final List<EntryType<?>> TYPES =
      List.of(
          FOUNDED, MEMBER_ADDED, MEMBER_REMOVED, EPOCH_OPENED, ERASED, BLOB_STORED, BLOB_ERASED);

  private static final String PREFIX = "register.";

  private Reserved() {}

  static boolean reserves(String name) {
    return name.startsWith(PREFIX);
  }

  /**
   * The first entry: the kind, the founder as first member, SHA-256 of the first epoch's recipient,
   * the house's key for deposits; all in hexadecimal.
   */
  record Founded(String kind, MemberAdded founder, String recipient, String nodeKey) {}

  /** A new member, their keys in base 64; {@code slot} locates their wraps, in hexadecimal. */
  record MemberAdded(String member, String keys, String role, boolean steward, String slot) {

    /** Says nothing: the slot is not for logs. */
    @Override
    public String toString() {
      return "MemberAdded";
    }
  }

  /** A member who reads nothing from the next epoch on. */
  record MemberRemoved(String member) {}

  /** The first entry of a new epoch, with SHA-256 of its recipient in hexadecimal. */
  record EpochOpened(int epoch, String recipient) {}

  /** The body of entry {@code sequence} was destroyed. */
  record Erased(long sequence) {}

  /** Sealed bytes; {@code sealedLength} is their length in the store. */
  record BlobKept(String blob, String sha256, String sha512, long length, long sealedLength) {}

  /** A blob was destroyed. */
  record BlobErased(String blob) {}
}
