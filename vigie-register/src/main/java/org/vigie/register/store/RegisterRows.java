package org.vigie.register.store;

import java.util.List;
import java.util.Optional;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.ledger.Hash;

/**
 * Where registers keep their rows. Durable when a call returns; safe for use by several threads.
 * Trouble with the disk or the database is an {@link java.io.UncheckedIOException}.
 *
 * <p>Implementations keep no time, no order of insertion and no link from a member to a register:
 * rows are laid out by their random ids.
 */
public interface RegisterRows {

  /**
   * Does all steps or none.
   *
   * @return whether they were done; false if one of them conflicts with what is stored now
   */
  boolean commit(List<RowStep> steps);

  /** At most {@code limit} entries of {@code register} from sequence {@code from} on, in order. */
  List<EntryRow> entries(RegisterId register, long from, int limit);

  /** The last entry of {@code register}, or nothing if there is no such register. */
  Optional<EntryRow> last(RegisterId register);

  /** The epochs of {@code register}, in order. */
  List<EpochRow> epochs(RegisterId register);

  /** The wrap with this id. */
  Optional<Bytes> wrap(String id);

  /** The keyring of {@code member}. */
  Optional<Bytes> keyring(MemberId member);

  /** Ids of all sealed pointers nobody has taken yet, in the order of the ids. */
  List<String> invitations();

  /** The sealed pointer with this id. */
  Optional<Bytes> invitation(String id);

  /** At most {@code limit} leaves that wait for the custody log, in the order of their hashes. */
  List<Hash> waitingLeaves(int limit);

  /** Strikes {@code leaves} from those that wait: the custody log has them. */
  void leavesSubmitted(List<Hash> leaves);

  /** Writes into the journal that {@code blob} is being stored, on this day since 1970. */
  void blobStarted(BlobId blob, long day);

  /** Blobs of the journal that were started on {@code day} or before and never finished. */
  List<BlobId> unfinishedBlobs(long day);

  /** Strikes an unfinished blob from the journal after its bytes are gone. */
  void blobForgotten(BlobId blob);
}
