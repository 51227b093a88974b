package org.vigie.node.store;

import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection that knows whether it is in a transaction. The driver's own notes that it is before
 * SQLite agreed, so that after a busy moment the next transaction on the same connection would run
 * without one, step by step and not to be undone; and it begins another after every commit, which
 * takes the writers' place for nothing.
 */
final class SqliteConnection extends JDBC4Connection {

  SqliteConnection(String url, String file, Properties settings) throws SQLException {
    super(url, file, settings);
  }

  @Override
  public void setAutoCommit(boolean on) throws SQLException {
    try {
      super.setAutoCommit(on);
    } catch (SQLException refused) {
      if (on) {
        undo();
      }
      noTransaction();
      throw refused;
    }
  }

  @Override
  public void commit() throws SQLException {
    checkOpen();
    if (getAutoCommit()) {
      throw new SQLException("there is no transaction to commit");
    }
    try {
      getDatabase().exec("commit;", false);
    } catch (SQLException refused) {
      undo();
      throw refused;
    } finally {
      noTransaction();
    }
  }

  @Override
  public void rollback() throws SQLException {
    checkOpen();
    if (!getAutoCommit()) {
      undo();
      noTransaction();
    }
  }

  private void undo() {
    try {
      getDatabase().exec("rollback;", false);
    } catch (SQLException nothingToUndo) {
      // SQLite undoes by itself what a full disk or a failing one broke off.
    }
  }

  private void noTransaction() {
    getConnectionConfig().setAutoCommit(true);
  }
}
