package org.vigie.node.house;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.node.shell.Role;

/** Roles and the codes that entries write for them. */
public final class Roles {

  private Roles() {}

  /** The roles these codes name; codes nobody knows are passed over. */
  public static Set<Role> of(Collection<String> codes) {
    var roles = EnumSet.noneOf(Role.class);
    for (var role : Role.values()) {
      if (codes.contains(role.code())) {
        roles.add(role);
      }
    }
    return roles;
  }

  /** The codes of these roles, in their order. */
  public static List<String> codes(Set<Role> roles) {
    return roles.stream().sorted().map(Role::code).toList();
  }

  /** Whether somebody with these roles works in the house, and so is named and needs a code. */
  public static boolean staff(Set<Role> roles) {
    return roles.stream().anyMatch(role -> role != Role.PERSON);
  }
}
