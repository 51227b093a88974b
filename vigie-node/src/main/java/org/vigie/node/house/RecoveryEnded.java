package org.vigie.node.house;

import org.vigie.register.EntryType;

/**
 * A recovery was done, or stopped by its member.
 *
 * @param member id of whose account it was
 * @param how {@code done} or {@code stopped}
 */
public record RecoveryEnded(String member, String how) {

  /** Its entry type. */
  public static final EntryType<RecoveryEnded> TYPE =
      new EntryType<>("house.recovery-ended", 1, RecoveryEnded.class);
}
