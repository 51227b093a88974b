package org.vigie.node.house;

import java.util.Set;
import org.vigie.kernel.MemberId;
import org.vigie.node.shell.Role;

/**
 * A member as the house's register describes them.
 *
 * @param id who
 * @param name how those who work in the house are called; blank for people who are helped
 * @param roles what they do
 */
public record HouseMember(MemberId id, String name, Set<Role> roles) {

  /** Copies the roles. */
  public HouseMember {
    roles = Set.copyOf(roles);
  }

  /** Whether they decide who else is in the house. */
  public boolean keeper() {
    return roles.contains(Role.KEEPER);
  }
}
