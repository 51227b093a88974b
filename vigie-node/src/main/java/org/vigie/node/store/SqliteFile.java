package org.vigie.node.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.vigie.kernel.RegisterId;
import org.vigie.ledger.Hash;
import org.vigie.register.ColdCheck;
import org.vigie.register.RegisterRefused;
import org.vigie.register.store.Bytes;
import org.vigie.register.store.EntryRow;

/**
 * The embedded database as a file, beside a node that may be running on it: copied and looked
 * through without a key and without changing its schema. Trouble is an {@link IOException}.
 *
 * @param file the database
 */
public record SqliteFile(Path file) {

  private static final String ENTRIES =
      """
      select register_id, sequence, epoch, previous, body_hash, head_hash, hash, key_epoch,
             head, body_key, body
        from entry order by register_id, sequence
      """;

  /** Something to do with a connection. */
  @FunctionalInterface
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Takes one entry's hash after the other. */
  @FunctionalInterface
  public interface Hashes {

    /** Takes the hash of an entry. */
    void take(Hash hash);
  }

  /**
   * Writes the state of this moment into {@code copy}, an empty file: what was deleted is not in
   * it, and what others write meanwhile waits for the next copy.
   */
  public void copyTo(Path copy) throws IOException {
    run(connection -> {
      try (var statement = connection.prepareStatement("vacuum into ?")) {
        statement.setString(1, copy.toString());
        return statement.execute();
      }
    });
  }

  /** What the database itself finds wrong with its file; empty when all is well. */
  public List<String> damage() throws IOException {
    var found =
        run(connection -> {
          var lines = new ArrayList<String>();
          try (var statement = connection.createStatement();
              var rows = statement.executeQuery("pragma integrity_check(10)")) {
            while (rows.next()) {
              lines.add(rows.getString(1));
            }
          }
          return lines;
        });
    return found.equals(List.of("ok")) ? List.of() : List.copyOf(found);
  }

  /** How many accounts, registers and entries there are. */
  public Counts counts() throws IOException {
    return run(connection ->
        new Counts(
            count(connection, "select count(*) from house_row where kind = 'account'"),
            count(connection, "select count(distinct register_id) from entry"),
            count(connection, "select count(*) from entry")));
  }

  /**
   * What is in it, as far as anyone can see.
   *
   * @param accounts people who can sign in
   * @param registers cases and everything else
   * @param entries of all registers
   */
  public record Counts(long accounts, long registers, long entries) {}

  /**
   * Follows the chain of every register from its first entry, without a key.
   *
   * @param hashes is told the hash of every entry
   * @throws RegisterRefused {@code register.tampered} or {@code register.missing-link}
   */
  public void chains(Hashes hashes) throws IOException, RegisterRefused {
    var broken =
        run(connection -> {
          try (var statement = connection.createStatement();
              var rows = statement.executeQuery(ENTRIES)) {
            return broken(rows, hashes);
          }
        });
    if (!broken.isEmpty()) {
      throw broken.getFirst();
    }
  }

  private static List<RegisterRefused> broken(ResultSet rows, Hashes hashes) throws SQLException {
    var one = new ArrayList<EntryRow>();
    var found = new ArrayList<RegisterRefused>();
    while (rows.next()) {
      var row = entry(rows);
      if (!one.isEmpty() && !one.getFirst().register().equals(row.register())) {
        check(one, found);
        one.clear();
      }
      one.add(row);
      hashes.take(row.hash());
    }
    check(one, found);
    return found;
  }

  private static void check(List<EntryRow> register, List<RegisterRefused> found) {
    try {
      if (!register.isEmpty()) {
        ColdCheck.verify(register);
      }
    } catch (RegisterRefused broken) {
      found.add(broken);
    }
  }

  /** Hashes that wait for the custody log. */
  public List<Hash> waiting() throws IOException {
    return run(connection -> {
      var waiting = new ArrayList<Hash>();
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("select hash from waiting_leaf")) {
        while (rows.next()) {
          waiting.add(Hash.of(rows.getBytes(1)));
        }
      }
      return waiting;
    });
  }

  private static EntryRow entry(ResultSet row) throws SQLException {
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

  private static @org.jspecify.annotations.Nullable Bytes nullable(
      byte @org.jspecify.annotations.Nullable [] bytes) {
    return bytes == null ? null : Bytes.of(bytes);
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private <T> T run(Work<T> work) throws IOException {
    try (var connection = new SqliteSource(file).getConnection()) {
      return work.with(connection);
    } catch (SQLException | IllegalArgumentException trouble) {
      throw new IOException("the database cannot be read", trouble);
    }
  }
}
