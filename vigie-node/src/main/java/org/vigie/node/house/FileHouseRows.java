package org.vigie.node.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Optional;
import org.vigie.node.ops.Home;

/** One file a row below the home, written beside and renamed, with a constant time. */
final class FileHouseRows implements HouseRows {

  private final Path folder;

  FileHouseRows(Path folder) {
    this.folder = folder;
    try {
      for (var kind : Kind.values()) {
        Files.createDirectories(folder(kind));
      }
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  @Override
  public synchronized Optional<byte[]> find(Kind kind, String id) {
    try {
      return Optional.of(Files.readAllBytes(file(kind, id)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public synchronized boolean create(Kind kind, String id, byte[] content) {
    if (Files.exists(file(kind, id))) {
      return false;
    }
    put(kind, id, content);
    return true;
  }

  @Override
  public synchronized void put(Kind kind, String id, byte[] content) {
    var file = file(kind, id);
    var beside = folder.resolve("row.tmp");
    try {
      try (var out =
          FileChannel.open(
              beside,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        Home.ownerOnly(beside);
        out.write(java.nio.ByteBuffer.wrap(content));
        out.force(true);
      }
      Files.setLastModifiedTime(beside, FileTime.fromMillis(0));
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public synchronized boolean delete(Kind kind, String id) {
    try {
      return Files.deleteIfExists(file(kind, id));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public synchronized boolean none(Kind kind) {
    try (var files = Files.list(folder(kind))) {
      return files.findAny().isEmpty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Path folder(Kind kind) {
    return folder.resolve(kind.name().toLowerCase(Locale.ROOT));
  }

  private Path file(Kind kind, String id) {
    if (!id.matches("[0-9a-f]{32,128}")) {
      throw new IllegalArgumentException("not the id of a row");
    }
    return folder(kind).resolve(id);
  }
}
