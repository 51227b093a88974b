package org.vigie.node.store;

import java.util.Optional;
import org.vigie.register.store.Bytes;

/** Small values of the node that no person wrote: never a secret, never about anybody. */
public final class SettingStore {

  private final Database database;

  /** Values in {@code database}. */
  public SettingStore(Database database) {
    this.database = database;
  }

  /** The value called {@code name}. */
  public Optional<Bytes> find(String name) {
    return database.run(() ->
        database
            .sql()
            .sql("select value from setting where name = ?")
            .params(name)
            .query((row, n) -> Bytes.of(row.getBytes(1)))
            .optional());
  }

  /** Keeps {@code value} as {@code name}, at most 80 characters, instead of what was there. */
  public void put(String name, Bytes value) {
    database.run(() ->
        database
            .sql()
            .sql(
                """
                insert into setting (name, value) values (?, ?)
                    on conflict (name) do update set value = excluded.value
                """)
            .params(name, value.toArray())
            .update());
  }
}
