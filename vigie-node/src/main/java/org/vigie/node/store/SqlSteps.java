package org.vigie.node.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.RegisterId;
import org.vigie.ledger.Hash;
import org.vigie.register.store.Bytes;
import org.vigie.register.store.EntryRow;
import org.vigie.register.store.RowStep;

/** The steps of a commit as statements; each answers whether it went through. */
final class SqlSteps {

  private final Database database;

  SqlSteps(Database database) {
    this.database = database;
  }

  /** Whether a step removes or replaces something that must not stay in SQLite's log. */
  static boolean leavesTraces(RowStep step) {
    return switch (step) {
      case RowStep.Erase _,
          RowStep.DropWrap _,
          RowStep.DropInvitation _,
          RowStep.PutKeyring _,
          RowStep.Rewrap _ ->
          true;
      case RowStep.Append _,
          RowStep.OpenEpoch _,
          RowStep.PutWrap _,
          RowStep.PutInvitation _,
          RowStep.PutLeaf _,
          RowStep.FinishBlob _ ->
          false;
    };
  }

  boolean apply(List<RowStep> steps) {
    for (var step : steps) {
      if (!apply(step)) {
        return false;
      }
    }
    return true;
  }

  private boolean apply(RowStep step) {
    return switch (step) {
      case RowStep.Append(var row) -> append(row);
      case RowStep.OpenEpoch(var row) ->
          insert(
              """
              insert into epoch (register_id, epoch, recipient, previous_seed)
              values (?, ?, ?, ?) on conflict do nothing
              """,
              row.register().value(),
              row.epoch(),
              row.recipient(),
              nullable(row.previousSeed()));
      case RowStep.PutWrap(var id, var wrap) ->
          insert(
              "insert into wrap (id, sealed) values (?, ?) on conflict do nothing",
              id,
              wrap.toArray());
      case RowStep.DropWrap(var id) -> delete("delete from wrap where id = ?", id);
      case RowStep.PutInvitation(var id, var sealed) ->
          insert(
              "insert into invitation (id, sealed) values (?, ?) on conflict do nothing",
              id,
              sealed.toArray());
      case RowStep.DropInvitation(var id) -> delete("delete from invitation where id = ?", id);
      case RowStep.PutKeyring put -> putKeyring(put);
      case RowStep.Rewrap rewrap -> rewrap(rewrap);
      case RowStep.Erase(var register, var sequence) -> erase(register, sequence);
      case RowStep.PutLeaf(var leaf) -> putLeaf(leaf);
      case RowStep.FinishBlob(var blob) ->
          delete("delete from blob_journal where blob_id = ?", blob.value());
    };
  }

  private boolean append(EntryRow row) {
    return follows(row)
        && insert(
            """
            insert into entry (register_id, sequence, epoch, previous, body_hash, head_hash, hash,
                               key_epoch, head, body_key, body)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            row.register().value(),
            row.sequence(),
            row.epoch(),
            row.previous().toBytes(),
            row.bodyHash().toBytes(),
            row.headHash().toBytes(),
            row.hash().toBytes(),
            row.keyEpoch(),
            row.head().toArray(),
            nullable(row.bodyKey()),
            nullable(row.body()))
        && putLeaf(row.hash());
  }

  /** The primary key settles who was first; this keeps the chain without gaps. */
  private boolean follows(EntryRow row) {
    var head =
        database
            .sql()
            .sql(
                """
                select sequence, hash from entry
                 where register_id = ? order by sequence desc limit 1
                """)
            .params(row.register().value())
            .query((found, n) ->
                found.getLong(1) + 1 == row.sequence()
                    && row.previous().equals(Hash.of(found.getBytes(2))))
            .optional();
    return head.orElse(row.sequence() == 0);
  }

  private boolean putKeyring(RowStep.PutKeyring put) {
    var expected = put.expected();
    var member = put.member().value();
    return expected == null
        ? insert(
            "insert into keyring (member_id, sealed) values (?, ?) on conflict do nothing",
            member,
            put.sealed().toArray())
        : insert(
            "update keyring set sealed = ? where member_id = ? and sealed = ?",
            put.sealed().toArray(),
            member,
            expected.toArray());
  }

  private boolean rewrap(RowStep.Rewrap step) {
    update(
        """
        update entry set key_epoch = ?, head = ? where register_id = ? and sequence = ?
           and key_epoch <= ? and body_key is null
        """,
        step.keyEpoch(),
        step.head().toArray(),
        step.register().value(),
        step.sequence(),
        step.keyEpoch());
    var bodyKey = step.bodyKey();
    if (bodyKey != null) {
      // A body erased meanwhile stays erased.
      update(
          """
          update entry set key_epoch = ?, head = ?, body_key = ?
           where register_id = ? and sequence = ? and key_epoch <= ? and body_key is not null
          """,
          step.keyEpoch(),
          step.head().toArray(),
          bodyKey.toArray(),
          step.register().value(),
          step.sequence(),
          step.keyEpoch());
    }
    return true;
  }

  private boolean erase(RegisterId register, long sequence) {
    update(
        "update entry set body_key = null, body = null where register_id = ? and sequence = ?",
        register.value(),
        sequence);
    return true;
  }

  private boolean putLeaf(Hash leaf) {
    update("insert into waiting_leaf (hash) values (?) on conflict do nothing", leaf.toBytes());
    return true;
  }

  boolean dropLeaves(List<Hash> leaves) {
    leaves.forEach(leaf -> update("delete from waiting_leaf where hash = ?", leaf.toBytes()));
    return true;
  }

  private boolean insert(String sql, @Nullable Object... values) {
    return update(sql, values) == 1;
  }

  private boolean delete(String sql, String id) {
    update(sql, id);
    return true;
  }

  private int update(String sql, @Nullable Object... values) {
    return database.batches().update(sql, values);
  }

  private static byte @Nullable [] nullable(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.toArray();
  }
}
