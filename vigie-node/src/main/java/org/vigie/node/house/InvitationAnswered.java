package org.vigie.node.house;

import org.vigie.register.EntryType;

/**
 * Somebody used an invitation; left by the node for the keepers.
 *
 * @param id of the invitation
 * @param member id of the new member
 * @param keys their public keys, base64url
 * @param name how they want to be called; blank for people who are helped
 */
public record InvitationAnswered(String id, String member, String keys, String name) {

  /** Its entry type. */
  public static final EntryType<InvitationAnswered> TYPE =
      new EntryType<>("house.invitation-answered", 1, InvitationAnswered.class);
}
