package org.vigie.evidence;

import java.util.List;
import org.vigie.ledger.NoteKey;
import org.vigie.ledger.timestamp.CertificateChain;

/**
 * What a reader needs to check proofs offline.
 *
 * @param keys the log's own key first, then the witnesses'
 * @param stamped checkpoints with time-stamps, if any
 * @param authorities certificates of the time-stamping authorities, roots included
 */
public record LogMaterial(
    List<NoteKey> keys, List<StampedCheckpoint> stamped, CertificateChain authorities) {

  /** For packages without a log. */
  public static final LogMaterial NONE =
      new LogMaterial(List.of(), List.of(), new CertificateChain(List.of()));

  /** Copies the lists. */
  public LogMaterial {
    keys = List.copyOf(keys);
    stamped = List.copyOf(stamped);
  }
}
