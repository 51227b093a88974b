package org.vigie.node.shell;

import java.util.Set;
import org.vigie.kernel.MemberId;
import org.vigie.register.UnlockedMember;

/**
 * A member whose keys are open in this session. Protects the keys by closing them when the session
 * locks, ends or is left; does not protect what a page already showed.
 *
 * @param id the member
 * @param roles what they do in the house
 * @param keys the unlocked keys, for {@code Registers}; closed with the session
 * @param box seals to the member's public key what was typed when the session locks
 */
public record SignedIn(MemberId id, Set<Role> roles, UnlockedMember keys, SealingBox box) {

  /** Copies the roles. */
  public SignedIn {
    roles = Set.copyOf(roles);
  }

  /** Wipes the keys; the box seals on and opens nothing any more. */
  void wipe() {
    box.close();
    keys.close();
  }

  /** Whether this member holds one of {@code wanted}; an empty set asks for nothing. */
  public boolean holds(Set<Role> wanted) {
    return wanted.isEmpty() || wanted.stream().anyMatch(roles::contains);
  }
}
