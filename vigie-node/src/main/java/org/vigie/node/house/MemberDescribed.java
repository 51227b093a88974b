package org.vigie.node.house;

import java.util.List;
import org.vigie.register.EntryType;

/**
 * A member came in, or their roles changed.
 *
 * @param member id
 * @param name how those who work in the house are called; blank for people who are helped
 * @param roles codes of the roles they hold from now on
 */
public record MemberDescribed(String member, String name, List<String> roles) {

  /** Its entry type. */
  public static final EntryType<MemberDescribed> TYPE =
      new EntryType<>("house.member-described", 1, MemberDescribed.class);
}
