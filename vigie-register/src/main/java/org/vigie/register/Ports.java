package org.vigie.register;

import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.vigie.ledger.Hash;
import org.vigie.register.store.BlobStore;
import org.vigie.register.store.Custody;
import org.vigie.register.store.RegisterRows;
import org.vigie.seal.SigningKey;

/** All that registers are built on, in one place. */
record Ports(
    RegisterRows rows,
    BlobStore blobs,
    Custody custody,
    EntryTypes types,
    SigningKey node,
    SecureRandom random,
    InstantSource clock) {

  private static final System.Logger LOG = System.getLogger(Ports.class.getName());

  /**
   * Hands leaves to the custody log. If it cannot take them now they wait in the rows: what a
   * person wrote is kept all the same.
   */
  void place(List<Hash> leaves) {
    try {
      custody.submit(leaves);
      rows.leavesSubmitted(leaves);
    } catch (UncheckedIOException later) {
      LOG.log(Level.WARNING, "the custody log takes no leaves now; they wait");
    }
  }

  /** Today, in days since 1970: the finest time that a row may hold. */
  long today() {
    return Math.floorDiv(clock.instant().getEpochSecond(), 86_400L);
  }
}
