package org.vigie.node.store;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.vigie.register.store.RegisterRows;
import org.vigie.register.store.RegisterRowsContract;

class PostgresRowsTest extends RegisterRowsContract {

  private @Nullable Database database;

  @Override
  protected RegisterRows newRows() throws Exception {
    var opened = Database.at(PostgresServer.newDatabase());
    database = opened;
    return new SqlRows(opened);
  }

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }
}
