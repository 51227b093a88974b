package org.vigie.node.casefile;

import org.vigie.node.shell.Visit;
import org.vigie.register.UnlockedMember;

/** The unlocked member behind a visit. */
public final class SignedInMember {

  private SignedInMember() {}

  /** Whose keys are open in the session of {@code visit}. */
  public static UnlockedMember of(Visit visit) {
    return visit.signedIn().keys();
  }
}
