package org.vigie.node.house;

import org.vigie.register.EntryType;

/**
 * A member is no longer in the house.
 *
 * @param member id
 * @param why {@code left} or {@code removed}
 */
public record MemberGone(String member, String why) {

  /** Its entry type. */
  public static final EntryType<MemberGone> TYPE =
      new EntryType<>("house.member-gone", 1, MemberGone.class);
}
