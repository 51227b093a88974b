package org.vigie.register.store;

import java.util.List;
import org.vigie.ledger.Hash;

/** The custody log as registers see it: it takes commitments and publishes them later. */
@FunctionalInterface
public interface Custody {

  /**
   * Accepts {@code leaves}, each the value of a {@link org.vigie.ledger.LeafCommitment}; one that
   * it has already, as after a crash, changes nothing. Durable when it returns.
   *
   * @throws java.io.UncheckedIOException if it cannot take them now
   */
  void submit(List<Hash> leaves);
}
