package org.vigie.register.store;

import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.ledger.Hash;

/** The tables of a store in memory, ordered by their keys as on disk. */
final class MemoryTables {

  final NavigableMap<RegisterId, NavigableMap<Long, EntryRow>> entries = new TreeMap<>();
  final NavigableMap<String, EpochRow> epochs = new TreeMap<>();
  final NavigableMap<String, Bytes> wraps = new TreeMap<>();
  final NavigableMap<String, Bytes> invitations = new TreeMap<>();
  final NavigableMap<MemberId, Bytes> keyrings = new TreeMap<>();

  /** Leaves that wait for the custody log, by their hexadecimal form. */
  final NavigableMap<String, Hash> leaves = new TreeMap<>();

  final NavigableMap<BlobId, Long> journal = new TreeMap<>();

  MemoryTables copy() {
    var copy = new MemoryTables();
    entries.forEach((register, rows) -> copy.entries.put(register, new TreeMap<>(rows)));
    copy.epochs.putAll(epochs);
    copy.wraps.putAll(wraps);
    copy.invitations.putAll(invitations);
    copy.keyrings.putAll(keyrings);
    copy.leaves.putAll(leaves);
    copy.journal.putAll(journal);
    return copy;
  }

  NavigableMap<Long, EntryRow> of(RegisterId register) {
    return entries.getOrDefault(register, new TreeMap<>());
  }

  NavigableMap<Long, EntryRow> entriesOf(RegisterId register) {
    return entries.computeIfAbsent(register, r -> new TreeMap<>());
  }

  /** Does {@code step} unless it conflicts; {@code undo} gets what takes it back. */
  boolean apply(RowStep step, Deque<Runnable> undo) {
    return switch (step) {
      case RowStep.Append(var row) -> append(row, undo);
      case RowStep.OpenEpoch(var row) ->
          add(epochs, MemoryRows.key(row.register(), row.epoch()), row, undo);
      case RowStep.PutWrap(var id, var wrap) -> add(wraps, id, wrap, undo);
      case RowStep.DropWrap(var id) -> set(wraps, id, null, undo);
      case RowStep.PutInvitation(var id, var sealed) -> add(invitations, id, sealed, undo);
      case RowStep.DropInvitation(var id) -> set(invitations, id, null, undo);
      case RowStep.PutKeyring put -> putKeyring(put, undo);
      case RowStep.Rewrap rewrap -> rewrap(rewrap, undo);
      case RowStep.Erase(var register, var sequence) -> erase(register, sequence, undo);
      case RowStep.PutLeaf(var leaf) -> putLeaf(leaf, undo);
      case RowStep.FinishBlob(var blob) -> set(journal, blob, null, undo);
    };
  }

  private static <K, V> boolean add(Map<K, V> table, K key, V value, Deque<Runnable> undo) {
    return !table.containsKey(key) && set(table, key, value, undo);
  }

  private static <K, V> boolean set(
      Map<K, V> table, K key, @Nullable V value, Deque<Runnable> undo) {
    var before = value == null ? table.remove(key) : table.put(key, value);
    undo.push(() -> restore(table, key, before));
    return true;
  }

  private static <K, V> void restore(Map<K, V> table, K key, @Nullable V before) {
    if (before == null) {
      table.remove(key);
    } else {
      table.put(key, before);
    }
  }

  private boolean append(EntryRow row, Deque<Runnable> undo) {
    var rows = entriesOf(row.register());
    var last = rows.lastEntry();
    var follows =
        last == null
            ? row.sequence() == 0
            : last.getKey() + 1 == row.sequence() && last.getValue().hash().equals(row.previous());
    return follows && set(rows, row.sequence(), row, undo) && putLeaf(row.hash(), undo);
  }

  private boolean putLeaf(Hash leaf, Deque<Runnable> undo) {
    return set(leaves, leaf.toString(), leaf, undo);
  }

  private boolean putKeyring(RowStep.PutKeyring put, Deque<Runnable> undo) {
    var now = keyrings.get(put.member());
    var asExpected = now == null ? put.expected() == null : now.equals(put.expected());
    return asExpected && set(keyrings, put.member(), put.sealed(), undo);
  }

  private boolean rewrap(RowStep.Rewrap step, Deque<Runnable> undo) {
    var rows = entriesOf(step.register());
    var row = rows.get(step.sequence());
    return row == null
        || row.keyEpoch() > step.keyEpoch()
        || set(
            rows,
            step.sequence(),
            row.rewrapped(step.keyEpoch(), step.head(), step.bodyKey()),
            undo);
  }

  private boolean erase(RegisterId register, long sequence, Deque<Runnable> undo) {
    var rows = entriesOf(register);
    var row = rows.get(sequence);
    return row == null || set(rows, sequence, row.erased(), undo);
  }
}
