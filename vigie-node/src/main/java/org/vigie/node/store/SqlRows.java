package org.vigie.node.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.ledger.Hash;
import org.vigie.register.store.Bytes;
import org.vigie.register.store.EntryRow;
import org.vigie.register.store.EpochRow;
import org.vigie.register.store.RegisterRows;
import org.vigie.register.store.RowStep;

/** The rows of registers in SQL. */
public final class SqlRows implements RegisterRows {

  private static final String ENTRY =
      """
      select register_id, sequence, epoch, previous, body_hash, head_hash, hash, key_epoch,
             head, body_key, body
        from entry where register_id = ?
      """;

  private final Database database;
  private final SqlSteps steps;

  /** Rows in {@code database}. */
  public SqlRows(Database database) {
    this.database = database;
    steps = new SqlSteps(database);
  }

  @Override
  public boolean commit(List<RowStep> wanted) {
    var done = database.attempt(() -> steps.apply(wanted));
    if (done && wanted.stream().anyMatch(SqlSteps::leavesTraces)) {
      database.settle();
    }
    return done;
  }

  @Override
  public List<EntryRow> entries(RegisterId register, long from, int limit) {
    return database.run(() ->
        database
            .sql()
            .sql(ENTRY + " and sequence >= ? order by sequence limit ?")
            .params(register.value(), from, limit)
            .query(SqlRows::entry)
            .list());
  }

  @Override
  public Optional<EntryRow> last(RegisterId register) {
    return database.run(() ->
        database
            .sql()
            .sql(ENTRY + " order by sequence desc limit 1")
            .params(register.value())
            .query(SqlRows::entry)
            .optional());
  }

  @Override
  public List<EpochRow> epochs(RegisterId register) {
    return database.run(() ->
        database
            .sql()
            .sql(
                """
                select epoch, recipient, previous_seed
                  from epoch where register_id = ? order by epoch
                """)
            .params(register.value())
            .query((row, n) ->
                new EpochRow(register, row.getInt(1), row.getString(2), nullable(row.getBytes(3))))
            .list());
  }

  @Override
  public Optional<Bytes> wrap(String id) {
    return sealed("select sealed from wrap where id = ?", id);
  }

  @Override
  public Optional<Bytes> keyring(MemberId member) {
    return sealed("select sealed from keyring where member_id = ?", member.value());
  }

  @Override
  public List<String> invitations() {
    return database.run(() ->
        database.sql().sql("select id from invitation order by id").query(String.class).list());
  }

  @Override
  public Optional<Bytes> invitation(String id) {
    return sealed("select sealed from invitation where id = ?", id);
  }

  @Override
  public List<Hash> waitingLeaves(int limit) {
    return database.run(() ->
        database
            .sql()
            .sql("select hash from waiting_leaf order by hash limit ?")
            .params(limit)
            .query((row, n) -> Hash.of(row.getBytes(1)))
            .list());
  }

  @Override
  public void leavesSubmitted(List<Hash> leaves) {
    database.attempt(() -> steps.dropLeaves(leaves));
  }

  @Override
  public void blobStarted(BlobId blob, long day) {
    database.run(() ->
        database
            .sql()
            .sql("insert into blob_journal (blob_id, day) values (?, ?)")
            .params(blob.value(), day)
            .update());
  }

  @Override
  public List<BlobId> unfinishedBlobs(long day) {
    return database.run(() ->
        database
            .sql()
            .sql("select blob_id from blob_journal where day <= ? order by blob_id")
            .params(day)
            .query((row, n) -> new BlobId(row.getString(1)))
            .list());
  }

  @Override
  public void blobForgotten(BlobId blob) {
    commit(List.of(new RowStep.FinishBlob(blob)));
  }

  private Optional<Bytes> sealed(String sql, String id) {
    return database.run(() ->
        database.sql().sql(sql).params(id).query((row, n) -> Bytes.of(row.getBytes(1))).optional());
  }

  private static EntryRow entry(ResultSet row, int number) throws SQLException {
    return new EntryRow(
        new RegisterId(row.getString(1)),
        row.getLong(2),
        row.getInt(3),
        Hash.of(row.getBytes(4)),
        Hash.of(row.getBytes(5)),
        Hash.of(row.getBytes(6)),
        Hash.of(row.getBytes(7)),
        row.getInt(8),
        Bytes.of(row.getBytes(9)),
        nullable(row.getBytes(10)),
        nullable(row.getBytes(11)));
  }

  private static @Nullable Bytes nullable(byte @Nullable [] bytes) {
    return bytes == null ? null : Bytes.of(bytes);
  }
}
