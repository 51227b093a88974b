package org.vigie.node.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.vigie.node.doctor.HomeAudit;
import org.vigie.node.ops.Home;
import org.vigie.node.store.SqliteFile;

/**
 * The way back from a backup. Everything is checked before the first byte is written; the home
 * appears whole or not at all, and one that holds anything is never touched.
 */
public final class Restore {

  private static final FileTime NO_TIME = FileTime.fromMillis(0);

  private final BackupFile backup;
  private final Path name;
  private final SecureRandom random;
  private final InstantSource clock;

  private Restore(BackupFile backup, Path name, SecureRandom random, InstantSource clock) {
    this.backup = backup;
    this.name = name;
    this.random = random;
    this.clock = clock;
  }

  /**
   * What is in a backup.
   *
   * @param day it was made
   * @param files in it
   * @param bytes they have
   * @param counts what the database holds
   */
  public record Content(String day, int files, long bytes, SqliteFile.Counts counts) {}

  /**
   * A folder for unpacked keys and rows until {@code home} stands: beside it, so that they never
   * lie on a disk that the keeper did not choose.
   */
  public static Path workshop(Path home) throws IOException {
    var above = home.toAbsolutePath().normalize().getParent();
    while (above != null && !Files.isDirectory(above)) {
      above = above.getParent();
    }
    if (above == null) {
      throw new NoSuchFileException(home.toString());
    }
    return Files.createTempDirectory(above, ".vigie-restore-");
  }

  /**
   * Checks a backup whole, and writes nothing but a temporary copy of what has to be checked,
   * beside {@code home}, which need not exist.
   *
   * @throws BackupRefused {@code backup.not-one}, {@code backup.damaged…}, {@code backup.newer}
   */
  public static Content check(Path home, Path file, SecureRandom random, InstantSource clock)
      throws IOException, BackupRefused {
    try (var backup = BackupFile.open(file)) {
      return new Restore(backup, file, random, clock).check(home);
    }
  }

  /**
   * Restores a backup into {@code home}, which does not exist or is empty.
   *
   * @throws BackupRefused as {@link #check}; {@code backup.home-not-empty}, {@code backup.space}
   */
  public static Content into(Path home, Path file, SecureRandom random, InstantSource clock)
      throws IOException, BackupRefused {
    requireEmpty(home);
    try (var backup = BackupFile.open(file)) {
      var restore = new Restore(backup, file, random, clock);
      var content = restore.check(home);
      restore.write(home);
      return content;
    }
  }

  /**
   * Refuses a home that holds anything.
   *
   * @throws BackupRefused {@code backup.home-not-empty}
   */
  public static void requireEmpty(Path home) throws IOException, BackupRefused {
    if (Files.isDirectory(home)) {
      try (var inside = Files.list(home)) {
        if (inside.findAny().isEmpty()) {
          return;
        }
      }
    }
    if (Files.exists(home)) {
      throw new BackupRefused("backup.home-not-empty", home);
    }
  }

  private Content check(Path target) throws IOException, BackupRefused {
    var folder = workshop(target);
    try {
      var home = Home.prepare(folder);
      var bytes = 0L;
      for (var path : backup.paths()) {
        if (path.startsWith("blobs/")) {
          backup.copy(path, OutputStream.nullOutputStream());
        } else {
          extract(path, folder);
        }
        bytes += backup.length(path);
      }
      for (var finding : new HomeAudit(home).look(random, clock)) {
        if (!finding.good()) {
          throw new BackupRefused("backup.damaged.inside", name);
        }
      }
      var counts = new SqliteFile(home.database()).counts();
      return new Content(backup.day(), backup.paths().size(), bytes, counts);
    } finally {
      wipe(folder);
    }
  }

  private void write(Path target) throws IOException, BackupRefused {
    var home = target.toAbsolutePath().normalize();
    var above = home.getParent();
    if (above == null) {
      throw new BackupRefused("backup.home-not-empty", home);
    }
    Files.createDirectories(above);
    requireSpace(above);
    var staging = above.resolve(".vigie-restore-" + UUID.randomUUID());
    try {
      var fresh = Home.prepare(staging);
      for (var path : backup.paths()) {
        extract(path, staging);
      }
      // A copy started to rehearse must not speak to witnesses with the key of the house it copies.
      Files.createFile(fresh.restored());
      takePlace(staging, home);
      force(above);
    } finally {
      wipe(staging);
    }
  }

  private void requireSpace(Path folder) throws IOException, BackupRefused {
    var needed = 0L;
    for (var path : backup.paths()) {
      needed += backup.length(path);
    }
    var free = Files.getFileStore(folder).getUsableSpace();
    if (free < needed) {
      throw new BackupRefused("backup.space", needed >> 20, free >> 20);
    }
  }

  private void extract(String path, Path folder) throws IOException, BackupRefused {
    var file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    try (var channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var out = Channels.newOutputStream(channel)) {
      Home.ownerOnly(file);
      backup.copy(path, out);
      channel.force(true);
    }
    if (path.startsWith("blobs/")) {
      Files.setLastModifiedTime(file, NO_TIME);
    }
  }

  /** One step where the system allows it; else the database comes last. */
  private static void takePlace(Path staging, Path home) throws IOException {
    try {
      Files.move(staging, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException busy) {
      movePiecewise(staging, home);
    } catch (FileSystemException mounted) {
      if (!Files.isDirectory(home)) {
        throw mounted;
      }
      movePiecewise(staging, home);
    }
  }

  private static void movePiecewise(Path staging, Path home) throws IOException {
    List<Path> pieces;
    try (var all = Files.list(staging)) {
      pieces =
          all.sorted(
                  Comparator.comparing(
                      (Path piece) -> piece.getFileName().toString().equals(Shape.DATABASE)))
              .toList();
    }
    for (var piece : pieces) {
      Files.move(piece, home.resolve(piece.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
    force(home);
  }

  private static void force(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void wipe(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var all = Files.walk(folder)) {
        for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
