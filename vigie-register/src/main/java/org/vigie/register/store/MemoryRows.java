package org.vigie.register.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.ledger.Hash;

/** Rows in memory, for tests and trials. Safe for use by several threads. */
public final class MemoryRows implements RegisterRows {

  private MemoryTables tables = new MemoryTables();

  /** An empty store. */
  public MemoryRows() {}

  @Override
  public synchronized boolean commit(List<RowStep> steps) {
    var undo = new ArrayDeque<Runnable>();
    for (var step : steps) {
      if (!tables.apply(step, undo)) {
        undo.forEach(Runnable::run);
        return false;
      }
    }
    return true;
  }

  @Override
  public synchronized List<EntryRow> entries(RegisterId register, long from, int limit) {
    return tables.of(register).tailMap(from).values().stream().limit(limit).toList();
  }

  @Override
  public synchronized Optional<EntryRow> last(RegisterId register) {
    return Optional.ofNullable(tables.of(register).lastEntry()).map(e -> e.getValue());
  }

  @Override
  public synchronized List<EpochRow> epochs(RegisterId register) {
    return tables.epochs.values().stream().filter(e -> e.register().equals(register)).toList();
  }

  @Override
  public synchronized Optional<Bytes> wrap(String id) {
    return Optional.ofNullable(tables.wraps.get(id));
  }

  @Override
  public synchronized Optional<Bytes> keyring(MemberId member) {
    return Optional.ofNullable(tables.keyrings.get(member));
  }

  @Override
  public synchronized List<String> invitations() {
    return List.copyOf(tables.invitations.keySet());
  }

  @Override
  public synchronized Optional<Bytes> invitation(String id) {
    return Optional.ofNullable(tables.invitations.get(id));
  }

  @Override
  public synchronized List<Hash> waitingLeaves(int limit) {
    return tables.leaves.values().stream().limit(limit).toList();
  }

  @Override
  public synchronized void leavesSubmitted(List<Hash> leaves) {
    leaves.forEach(leaf -> tables.leaves.remove(leaf.toString()));
  }

  @Override
  public synchronized void blobStarted(BlobId blob, long day) {
    tables.journal.put(blob, day);
  }

  @Override
  public synchronized List<BlobId> unfinishedBlobs(long day) {
    return tables.journal.entrySet().stream()
        .filter(e -> e.getValue() <= day)
        .map(e -> e.getKey())
        .toList();
  }

  @Override
  public synchronized void blobForgotten(BlobId blob) {
    tables.journal.remove(blob);
  }

  /** An independent copy of everything: what a thief of the disk holds, or a backup. */
  public synchronized MemoryRows copy() {
    var copy = new MemoryRows();
    copy.tables = tables.copy();
    return copy;
  }

  /** Puts back what {@code earlier} holds, as a restored backup does. */
  public synchronized void restore(MemoryRows earlier) {
    tables = earlier.copy().tables;
  }

  /** Puts {@code row} in the place of the one with its sequence, whatever it says: an attack. */
  public synchronized void overwrite(EntryRow row) {
    tables.entriesOf(row.register()).put(row.sequence(), row);
  }

  /** Puts {@code row} in the place of the one with its number, whatever it says: an attack. */
  public synchronized void overwrite(EpochRow row) {
    tables.epochs.put(key(row.register(), row.epoch()), row);
  }

  /** Drops the entries of {@code register} from {@code sequence} on: an attack. */
  public synchronized void truncate(RegisterId register, long sequence) {
    tables.entriesOf(register).tailMap(sequence).clear();
  }

  /** Every wrap by its id, every sealed pointer by its id and every keyring: the cold copy. */
  public synchronized List<Bytes> keyMaterial() {
    var all = new ArrayList<Bytes>(tables.wraps.values());
    all.addAll(tables.invitations.values());
    all.addAll(tables.keyrings.values());
    return all;
  }

  /** Ids of all wraps. */
  public synchronized List<String> wraps() {
    return List.copyOf(tables.wraps.keySet());
  }

  static String key(RegisterId register, long number) {
    return register.value() + "/" + java.util.HexFormat.of().toHexDigits(number);
  }
}
