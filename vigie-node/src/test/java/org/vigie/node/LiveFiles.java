package org.vigie.node;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Files among which a node works meanwhile: one that goes before it is looked at is passed over.
 */
public final class LiveFiles {

  private LiveFiles() {}

  /** What is done with a file. */
  @FunctionalInterface
  public interface Look {
    /** Looks at {@code file}. */
    void at(Path file) throws IOException;
  }

  /** Looks at every file below {@code folder}. */
  public static void each(Path folder, Look look) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              try {
                look.at(file);
              } catch (NoSuchFileException gone) {
                return FileVisitResult.CONTINUE;
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failed;
          }
        });
  }
}
