package org.vigie.node.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.register.store.RegisterRows;
import org.vigie.register.store.RegisterRowsContract;

class SqliteRowsTest extends RegisterRowsContract {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private @Nullable Database database;

  @Override
  protected RegisterRows newRows() throws Exception {
    var opened = Database.embedded(folder.resolve("vigie.db"));
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
