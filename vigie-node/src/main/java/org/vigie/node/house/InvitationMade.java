package org.vigie.node.house;

import java.util.List;
import org.vigie.register.EntryType;

/**
 * A keeper wrote an invitation on paper.
 *
 * @param id of the invitation; the code on the paper leads to it, not the other way round
 * @param roles codes of the roles it gives
 * @param note how the keepers call whoever gets it
 */
public record InvitationMade(String id, List<String> roles, String note) {

  /** Its entry type. */
  public static final EntryType<InvitationMade> TYPE =
      new EntryType<>("house.invitation-made", 1, InvitationMade.class);
}
