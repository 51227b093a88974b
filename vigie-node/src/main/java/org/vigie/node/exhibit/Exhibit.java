package org.vigie.node.exhibit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.register.Author;

/**
 * One exhibit as it stands.
 *
 * @param number from 1, in the order of receipt; how people cite it
 * @param received what came in, and how
 * @param at when it was received
 * @param by who received it
 * @param sequence its entry, for the receipt
 * @param derived what was made from it, oldest first
 * @param custody steps in its keeping, oldest first
 */
public record Exhibit(
    int number,
    ExhibitReceived received,
    Instant at,
    Author by,
    long sequence,
    List<Derived> derived,
    List<Step> custody) {

  /** Something made from it, with when. */
  public record Derived(Instant at, ExhibitDerived made) {}

  /** A step in its keeping, with when and by whom. */
  public record Step(Instant at, Author by, CustodyNoted noted) {}

  /** Identifier within the case. */
  public String id() {
    return received.exhibit();
  }

  /** The newest derived item of this kind. */
  public Optional<ExhibitDerived> derived(String kind) {
    return derived.stream()
        .map(Derived::made)
        .filter(made -> made.kind().equals(kind))
        .reduce((earlier, later) -> later);
  }
}
