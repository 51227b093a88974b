package org.vigie.node.store;

import java.util.Locale;
import java.util.Optional;
import org.vigie.node.house.HouseRows;

/** The house's rows in SQL. What is replaced or removed is gone from the database's files. */
final class SqlHouseRows implements HouseRows {

  private final Database database;

  SqlHouseRows(Database database) {
    this.database = database;
  }

  @Override
  public Optional<byte[]> find(Kind kind, String id) {
    return database.run(() ->
        database
            .sql()
            .sql("select content from house_row where kind = ? and id = ?")
            .params(code(kind), id)
            .query((row, n) -> row.getBytes(1))
            .optional());
  }

  @Override
  public boolean create(Kind kind, String id, byte[] content) {
    return database.run(() ->
        database
            .sql()
            .sql(
                """
                insert into house_row (kind, id, content) values (?, ?, ?)
                    on conflict do nothing
                """)
            .params(code(kind), id, content)
            .update())
        == 1;
  }

  @Override
  public void put(Kind kind, String id, byte[] content) {
    database.run(() ->
        database
            .sql()
            .sql(
                """
                insert into house_row (kind, id, content) values (?, ?, ?)
                    on conflict (kind, id) do update set content = excluded.content
                """)
            .params(code(kind), id, content)
            .update());
    database.settle();
  }

  @Override
  public boolean delete(Kind kind, String id) {
    var deleted =
        database.run(() ->
            database
                .sql()
                .sql("delete from house_row where kind = ? and id = ?")
                .params(code(kind), id)
                .update());
    database.settle();
    return deleted == 1;
  }

  @Override
  public boolean none(Kind kind) {
    return database.run(() ->
        database
            .sql()
            .sql("select count(*) from house_row where kind = ?")
            .params(code(kind))
            .query(Long.class)
            .single())
        == 0;
  }

  private static String code(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
