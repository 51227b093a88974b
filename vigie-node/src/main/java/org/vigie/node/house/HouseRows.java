package org.vigie.node.house;

import java.util.Optional;

/**
 * Where accounts, invitations and recoveries lie: opaque bytes under opaque ids. Durable when a
 * call returns; safe for several threads. Trouble with the disk is an {@link
 * java.io.UncheckedIOException}.
 */
public interface HouseRows {

  /** What a row is. */
  enum Kind {
    /** A locked identity and its sealed profile. */
    ACCOUNT,
    /** A sealed invitation. */
    INVITATION,
    /** A recovery that waits for its time. */
    RECOVERY
  }

  /** The row with this id. */
  Optional<byte[]> find(Kind kind, String id);

  /** Makes a row; false if there is one. */
  boolean create(Kind kind, String id, byte[] content);

  /** Replaces a row, or makes it. */
  void put(Kind kind, String id, byte[] content);

  /** Removes a row; false if there was none, so that of two who try only one succeeds. */
  boolean delete(Kind kind, String id);

  /** Whether there is no row of this kind. */
  boolean none(Kind kind);
}
