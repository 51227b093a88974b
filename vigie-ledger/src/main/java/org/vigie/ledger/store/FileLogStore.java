package org.vigie.ledger.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.ledger.LogStore;

/**
 * A log's files in a folder, written so that a power cut at any moment leaves each file as it was
 * or as it should be: a temporary file, forced to disk, renamed over the old one, the folder forced
 * too. Nothing in them is secret.
 */
public final class FileLogStore implements LogStore {

  private static final String TEMPORARY = ".new";

  private final Path folder;
  private final FileActions actions;

  /** Keeps files below {@code folder}, which is made when missing. */
  public FileLogStore(Path folder) {
    this(folder, new DiskActions());
  }

  FileLogStore(Path folder, FileActions actions) {
    this.folder = folder;
    this.actions = actions;
  }

  @Override
  public Optional<byte[]> read(String path) {
    try {
      var file = resolve(path);
      if (Files.size(file) > MAX_LENGTH) {
        throw new IOException("A file of the log is longer than any it writes");
      }
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(String path, byte[] content) {
    var file = resolve(path);
    var parent = file.resolveSibling("");
    var temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
    try {
      makeFolder(parent);
      actions.writeAndForce(temporary, content);
      actions.rename(temporary, file);
      actions.forceFolder(parent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new folder is durable only once the folder above it is. */
  private void makeFolder(Path wanted) throws IOException {
    if (Files.isDirectory(wanted)) {
      return;
    }
    var above = wanted.toAbsolutePath().normalize().getParent();
    if (above != null) {
      makeFolder(above);
      actions.makeFolder(wanted);
      actions.forceFolder(above);
    }
  }

  @Override
  public void remove(String path) {
    try {
      actions.remove(resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path resolve(String path) {
    if (!path.matches("[a-z0-9./]+") || path.contains("..") || path.startsWith("/")) {
      throw new IllegalArgumentException("Not a path of a log");
    }
    return folder.resolve(path);
  }
}
