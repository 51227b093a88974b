package org.vigie.node.house;

import org.vigie.register.EntryType;

/**
 * Somebody joined a member's printed shares and asks to set a new passphrase.
 *
 * @param member id of whose account it is
 * @param notBefore the instant before which it is not done, ISO 8601
 */
public record RecoveryAsked(String member, String notBefore) {

  /** Its entry type. */
  public static final EntryType<RecoveryAsked> TYPE =
      new EntryType<>("house.recovery-asked", 1, RecoveryAsked.class);
}
