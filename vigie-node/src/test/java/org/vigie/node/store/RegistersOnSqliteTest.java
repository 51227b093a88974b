package org.vigie.node.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.register.RegistersContract;
import org.vigie.register.World;

class RegistersOnSqliteTest extends RegistersContract {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private @Nullable Database database;

  @Override
  protected World newWorld() throws Exception {
    var opened = Database.embedded(folder.resolve("vigie.db"));
    database = opened;
    var blobs = new FileBlobs(Files.createDirectory(folder.resolve("blobs")));
    return new World(new SqlRows(opened), blobs);
  }

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }
}
