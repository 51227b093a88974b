package org.vigie.node.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/** A home that is gone when it is closed. */
record TemporaryHome(Path folder) implements AutoCloseable {

  static TemporaryHome make(String name) throws IOException {
    return new TemporaryHome(Files.createTempDirectory("vigie-" + name + "-"));
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
}
