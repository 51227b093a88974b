package org.vigie.node.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SmallStoresOnSqliteTest extends SmallStoresContract {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Override
  Database newDatabase() throws Exception {
    return Database.embedded(folder.resolve("vigie.db"));
  }
}
