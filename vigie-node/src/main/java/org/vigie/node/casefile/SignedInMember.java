package org.vigie.node.casefile;

import org.vigie.node.shell.SignedIn;
import org.vigie.node.shell.Visit;
import org.vigie.register.UnlockedMember;

/** The unlocked member behind a visit. */
public final class SignedInMember {

  private SignedInMember() {}

  /**
   * Whose keys are open in this session.
   *
   * @throws IllegalStateException if the session holds other keys than those of a member
   */
  public static UnlockedMember of(SignedIn signedIn) {
    if (signedIn.keys() instanceof UnlockedMember member) {
      return member;
    }
    throw new IllegalStateException("the session holds no member's keys");
  }

  /** Whose keys are open in the session of {@code visit}. */
  public static UnlockedMember of(Visit visit) {
    return of(visit.signedIn());
  }
}
