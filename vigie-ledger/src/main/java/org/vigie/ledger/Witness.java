package org.vigie.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One who remembers the last checkpoint of another's log and cosigns the next only if it extends
 * it: C2SP tlog-witness, the checks without the transport. Protects against a log that shows
 * different people different histories; does not protect when it never hears of one of them.
 */
public final class Witness {

  private final NoteSigner cosigner;
  private final NoteKey logKey;
  private @Nullable Checkpoint last;

  /**
   * A witness of one log.
   *
   * @param cosigner signs with a time
   * @param logKey the log's own key, obtained from its house in person or by telephone
   * @param last the checkpoint last cosigned, null at the beginning
   */
  public Witness(NoteSigner cosigner, NoteKey logKey, @Nullable Checkpoint last) {
    if (!cosigner.key().type().isTimed()) {
      throw new IllegalArgumentException("A witness states a time");
    }
    this.cosigner = cosigner;
    this.logKey = logKey;
    this.last = last;
  }

  /**
   * Cosigns {@code note} if it extends what was cosigned before.
   *
   * @param proof from the size last cosigned (0 at the beginning) to the note's
   * @return the line to add to the note; {@link #last} is then to be kept
   * @throws LedgerRefused {@code ledger.split-view} for another root of the same size, {@code
   *     ledger.rolled-back} for a smaller tree, {@code ledger.inconsistent} for a proof that does
   *     not hold
   */
  public synchronized NoteSignature cosign(SignedNote note, ConsistencyProof proof, Instant at)
      throws LedgerRefused {
    note.verify(List.of(logKey));
    var next = note.checkpoint();
    var from = last == null ? 0 : last.size();
    var fromRoot = last == null ? Hash.ofNothing() : last.root();
    if (last != null && !last.origin().equals(next.origin())) {
      throw new LedgerRefused("ledger.another-log");
    }
    if (last != null && next.splitsFrom(last)) {
      throw new LedgerRefused("ledger.split-view");
    }
    if (next.size() < from) {
      throw new LedgerRefused("ledger.rolled-back");
    }
    if (proof.fromSize() != from
        || proof.toSize() != next.size()
        || !proof.verifies(fromRoot, next.root())) {
      throw new LedgerRefused("ledger.inconsistent");
    }
    last = next;
    return cosigner.sign(note.text(), at);
  }

  /** The checkpoint last cosigned, to be kept across restarts. */
  public synchronized @Nullable Checkpoint last() {
    return last;
  }
}
