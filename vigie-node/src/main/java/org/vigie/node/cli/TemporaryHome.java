package org.vigie.node.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/** A home that is gone when it is closed, and when the process ends without closing it. */
record TemporaryHome(Path folder) implements AutoCloseable {

  static TemporaryHome make(String name) throws IOException {
    return of(Files.createTempDirectory("vigie-" + name + "-"));
  }

  /** Lets {@code folder} go in the same way. */
  static TemporaryHome of(Path folder) {
    var home = new TemporaryHome(folder);
    Runtime.getRuntime().addShutdownHook(new Thread(home::closeQuietly, "wipe"));
    return home;
  }

  @Override
  public void close() throws IOException {
    try (var all = Files.walk(folder)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException gone) {
      // Somebody was faster; it is gone either way.
    }
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException | RuntimeException inUse) {
      // What still runs wrote into it meanwhile; the system empties its temporary folder.
    }
  }
}
