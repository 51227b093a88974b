package org.vigie.node.store;

import java.sql.SQLException;
import java.util.Optional;
import org.vigie.kernel.MemberId;
import org.vigie.seal.PublicKeys;
import org.vigie.seal.SealRefused;

/**
 * Public keys by member. Tells nobody that they are the person's: whoever grants access compares
 * the fingerprint, and a register refuses keys other than those it knows.
 */
public final class KeyDirectory {

  private final Database database;

  /** A directory in {@code database}. */
  public KeyDirectory(Database database) {
    this.database = database;
  }

  /** Publishes keys; a member has them once, and others are refused with false. */
  public boolean add(MemberId member, PublicKeys keys) {
    return database.run(() ->
        database
            .sql()
            .sql(
                """
                insert into key_directory (member_id, keys) values (?, ?)
                    on conflict do nothing
                """)
            .params(member.value(), keys.encoded())
            .update())
        == 1;
  }

  /** The keys of {@code member}. */
  public Optional<PublicKeys> find(MemberId member) {
    return database.run(() ->
        database
            .sql()
            .sql("select keys from key_directory where member_id = ?")
            .params(member.value())
            .query((row, n) -> keys(row.getBytes(1)))
            .optional());
  }

  /** Removes a member's keys. */
  public void remove(MemberId member) {
    database.run(() ->
        database
            .sql()
            .sql("delete from key_directory where member_id = ?")
            .params(member.value())
            .update());
  }

  private static PublicKeys keys(byte[] encoded) throws SQLException {
    try {
      return PublicKeys.parse(encoded);
    } catch (SealRefused damaged) {
      throw new SQLException("a directory's key is damaged", damaged);
    }
  }
}
