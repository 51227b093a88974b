package org.vigie.node.link.web;

import java.util.List;
import org.vigie.node.incident.Incident;
import org.vigie.node.link.LinkDesk;
import org.vigie.node.link.Offers;
import org.vigie.node.link.SharedKind;

/**
 * A case's links.
 *
 * @param id the case
 * @param agreed whether the person agreed to the comparison
 * @param rows what takes part or might
 * @param notices what the house told
 */
public record LinksPage(String id, boolean agreed, List<Row> rows, List<LinkDesk.View> notices) {

  /** An incident and where it stands. */
  public record Row(Incident incident, Offers.Look look) {

    /** Whether whoever reads the page can say that it may be compared. */
    public boolean waits() {
      return look.standing() == Offers.Standing.WAITS;
    }

    /** Whether some of it joins more slowly than the rest. */
    public boolean hasSound() {
      return look.standing() == Offers.Standing.TAKES_PART
          && look.kinds().contains(SharedKind.RECORDING.code());
    }
  }
}
