package org.vigie.node.store;

import java.util.List;
import org.vigie.register.store.Bytes;

/** Tokens for matching in SQL, laid out by random ids. Safe for use by several threads. */
public final class TokenStore {

  private final Database database;

  /** Tokens in {@code database}. */
  public TokenStore(Database database) {
    this.database = database;
  }

  /** Adds {@code tokens}, all or none. */
  public void add(List<TokenRow> tokens) {
    database.attempt(() -> {
      tokens.forEach(this::insert);
      return true;
    });
  }

  private void insert(TokenRow token) {
    database
        .sql()
        .sql("insert into token (id, index_hash, sealed) values (?, ?, ?)")
        .params(token.id(), token.indexHash(), token.sealed().toArray())
        .update();
  }

  /** At most {@code limit} tokens with this index. */
  public List<TokenRow> find(String indexHash, int limit) {
    return database.run(() ->
        database
            .sql()
            .sql(
                """
                select id, index_hash, sealed from token
                 where index_hash = ? order by id limit ?
                """)
            .params(indexHash, limit)
            .query((row, n) ->
                new TokenRow(row.getString(1), row.getString(2), Bytes.of(row.getBytes(3))))
            .list());
  }

  /** Removes tokens by their ids, for good. */
  public void remove(List<String> ids) {
    database.attempt(() -> {
      ids.forEach(id -> database.sql().sql("delete from token where id = ?").params(id).update());
      return true;
    });
    database.settle();
  }

  /** How many tokens there are. */
  public long count() {
    return database.run(
        () -> database.sql().sql("select count(*) from token").query(Long.class).single());
  }
}
