package org.vigie.node.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/**
 * Connections to the embedded database, each with the settings that durability and erasure rest on.
 * Protects against rows that stay readable after deletion and against loss of what was
 * acknowledged; does not protect what a disk keeps behind the file system.
 */
final class SqliteSource extends SQLiteDataSource {

  private static final int BUSY_MILLIS = 10_000;

  private final String file;

  SqliteSource(Path file) {
    super(config());
    this.file = file.toString();
    setUrl("jdbc:sqlite:" + file);
  }

  private static SQLiteConfig config() {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    // Writers queue at the start of a transaction instead of failing in its middle.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return config;
  }

  @Override
  public SQLiteConnection getConnection(String user, String password) throws SQLException {
    var connection = new SqliteConnection(getUrl(), file, getConfig().toProperties());
    try (var statement = connection.createStatement()) {
      statement.execute("pragma secure_delete = on");
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
    return connection;
  }
}
