package org.vigie.node.house;

import org.vigie.register.EntryType;

/**
 * A member wishes to leave; keepers end the membership.
 *
 * @param member id
 */
public record WishToLeave(String member) {

  /** Its entry type. */
  public static final EntryType<WishToLeave> TYPE =
      new EntryType<>("house.wish-to-leave", 1, WishToLeave.class);
}
