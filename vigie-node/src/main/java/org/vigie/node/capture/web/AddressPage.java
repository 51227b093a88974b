package org.vigie.node.capture.web;

import java.util.List;
import java.util.Optional;
import org.vigie.kernel.PartialDate;
import org.vigie.node.capture.AddressSeen;
import org.vigie.node.exhibit.Exhibit;

/**
 * An address that somebody saw.
 *
 * @param base address of the case
 * @param exhibit the note of it
 * @param seen what was written down
 * @param attached what came with it
 */
public record AddressPage(String base, Exhibit exhibit, AddressSeen seen, List<Exhibit> attached) {

  /** Address of an exhibit. */
  public String path(Exhibit one) {
    return base + "/exhibits/" + one.id();
  }

  /** When it was seen, as precisely as anybody knows. */
  public Optional<PartialDate> when() {
    return PartialDate.parse(seen.seen());
  }
}
