package org.vigie.node.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.sqlite.SQLiteException;
import org.vigie.node.ops.StoreTrouble.Kind;

/** What a database's complaint means for whoever waits for an answer. */
final class SqlTrouble {

  /** PostgreSQL, appendix A: disk_full, and what a second try may get past. */
  private static final String DISK_FULL = "53100";

  private static final Set<String> BUSY =
      Set.of("40001", "40P01", "53300", "55006", "55P03", "57014", "57P01", "57P03");

  private SqlTrouble() {}

  static Kind kind(Throwable trouble) {
    for (Throwable at = trouble; at != null; at = at.getCause()) {
      var kind = at instanceof SQLException sql ? kind(sql) : Kind.BROKEN;
      if (kind != Kind.BROKEN) {
        return kind;
      }
    }
    return Kind.BROKEN;
  }

  private static Kind kind(SQLException trouble) {
    if (trouble instanceof SQLiteException sqlite) {
      // The primary code is the low byte of an extended one (sqlite.org/rescode.html).
      return switch (sqlite.getResultCode().code & 0xff) {
        case 5, 6 -> Kind.BUSY;
        case 13 -> Kind.FULL;
        default -> Kind.BROKEN;
      };
    }
    if (trouble instanceof SQLTransientConnectionException) {
      return Kind.BUSY;
    }
    var state = trouble.getSQLState();
    return DISK_FULL.equals(state)
        ? Kind.FULL
        : state != null && BUSY.contains(state) ? Kind.BUSY : Kind.BROKEN;
  }
}
