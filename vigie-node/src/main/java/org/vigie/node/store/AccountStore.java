package org.vigie.node.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.vigie.kernel.MemberId;
import org.vigie.seal.LockedIdentity;
import org.vigie.seal.SealRefused;

/** Accounts in SQL: no name, no address, no role, no time. Safe for use by several threads. */
public final class AccountStore {

  private static final String SELECT = "select id, lookup, identity from account where ";

  private final Database database;

  /** Accounts in {@code database}. */
  public AccountStore(Database database) {
    this.database = database;
  }

  /**
   * Adds an account.
   *
   * @return whether there was none with this id or lookup
   */
  public boolean add(Account account) {
    return database.run(() ->
        database
            .sql()
            .sql(
                """
                insert into account (id, lookup, identity) values (?, ?, ?)
                    on conflict do nothing
                """)
            .params(account.id().value(), account.lookup(), account.identity().encoded())
            .update())
        == 1;
  }

  /** The account whose sign-in name has this keyed hash. */
  public Optional<Account> find(String lookup) {
    return find("lookup = ?", lookup);
  }

  /** The account with this id. */
  public Optional<Account> find(MemberId id) {
    return find("id = ?", id.value());
  }

  /**
   * Replaces the locked identity of {@code id}, as after a new passphrase; what was before is gone
   * from the database's files.
   */
  public void replace(MemberId id, LockedIdentity identity) {
    database.run(() ->
        database
            .sql()
            .sql("update account set identity = ? where id = ?")
            .params(identity.encoded(), id.value())
            .update());
    database.settle();
  }

  /** Gives {@code id} another sign-in name; whether it was free. */
  public boolean rename(MemberId id, String lookup) {
    return database.attempt(() -> {
      var taken = find(lookup);
      return (taken.isEmpty() || taken.get().id().equals(id))
          && database
                  .sql()
                  .sql("update account set lookup = ? where id = ?")
                  .params(lookup, id.value())
                  .update()
              == 1;
    });
  }

  /** Removes an account for good. */
  public void remove(MemberId id) {
    database.run(
        () -> database.sql().sql("delete from account where id = ?").params(id.value()).update());
    database.settle();
  }

  /** How many accounts there are. */
  public long count() {
    return database.run(
        () -> database.sql().sql("select count(*) from account").query(Long.class).single());
  }

  private Optional<Account> find(String where, String value) {
    return database.run(() ->
        database.sql().sql(SELECT + where).params(value).query(AccountStore::account).optional());
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    try {
      return new Account(
          new MemberId(row.getString(1)), row.getString(2), LockedIdentity.parse(row.getBytes(3)));
    } catch (SealRefused damaged) {
      throw new SQLException("an account's identity is damaged", damaged);
    }
  }
}
