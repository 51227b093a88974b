package org.vigie.register.store;

import org.jspecify.annotations.Nullable;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.ledger.Hash;

/** One thing a commit does to the rows. */
public sealed interface RowStep {

  /**
   * Adds an entry, and its hash to the leaves that wait for the custody log; conflicts unless its
   * predecessor is the register's last entry.
   */
  record Append(EntryRow row) implements RowStep {}

  /** Adds an epoch; conflicts if the register has it already. */
  record OpenEpoch(EpochRow row) implements RowStep {}

  /** Adds a wrap under a random-looking id. */
  record PutWrap(String id, Bytes wrap) implements RowStep {}

  /** Removes a wrap, if it is there. */
  record DropWrap(String id) implements RowStep {}

  /** Adds a sealed pointer for a member whom the row does not name. */
  record PutInvitation(String id, Bytes sealed) implements RowStep {}

  /** Removes a sealed pointer, if it is there. */
  record DropInvitation(String id) implements RowStep {}

  /**
   * Replaces a member's keyring; conflicts unless what is stored now equals {@code expected} (null:
   * nothing is stored).
   */
  record PutKeyring(MemberId member, @Nullable Bytes expected, Bytes sealed) implements RowStep {}

  /** Wraps an entry's head and body key for this epoch; does nothing if a later one wraps it. */
  record Rewrap(
      RegisterId register, long sequence, int keyEpoch, Bytes head, @Nullable Bytes bodyKey)
      implements RowStep {}

  /** Destroys an entry's body and the key to it. */
  record Erase(RegisterId register, long sequence) implements RowStep {}

  /** Adds a leaf that waits for the custody log, unless it is known. */
  record PutLeaf(Hash leaf) implements RowStep {}

  /** Strikes a blob from the journal of unfinished ones. */
  record FinishBlob(BlobId blob) implements RowStep {}
}
