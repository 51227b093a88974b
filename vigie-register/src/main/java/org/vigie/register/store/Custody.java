package org.vigie.register.store;

import java.util.List;
import org.vigie.ledger.Hash;

/** The custody log as registers see it: it takes commitments as leaves. */
@FunctionalInterface
public interface Custody {

  /**
   * Adds {@code leaves}, each the value of a {@link org.vigie.ledger.LeafCommitment}, in order.
   * Durable when it returns. A leaf may come a second time after a crash.
   *
   * @return their numbers in the log
   */
  List<Long> accept(List<Hash> leaves);
}
