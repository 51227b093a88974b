package org.vigie.node.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vigie.node.ops.Home;
import org.vigie.node.store.LogFolder;
import org.vigie.node.store.SqliteFile;

/**
 * A backup of a home while its node runs. Protects what people wrote as the home does: rows and
 * blobs stay sealed. Does not protect the node's own keys in it, which let a thief pretend to be
 * the node and try names; seal the file for somebody where that matters.
 */
public final class Backup {

  private final Home home;
  private final Path blobs;
  private final InstantSource clock;
  private final Map<String, String> sums = new LinkedHashMap<>();
  private long bytes;

  private Backup(Home home, Path blobs, InstantSource clock) {
    this.home = home;
    this.blobs = blobs;
    this.clock = clock;
  }

  /**
   * What was written.
   *
   * @param blobs sealed files
   * @param bytes of everything in it
   */
  public record Made(int blobs, long bytes) {}

  /**
   * Writes a backup.
   *
   * @param blobs where the sealed files lie
   * @param copy a file that does not exist, for the copy of the database; removed at the end
   * @param out takes the backup; not closed
   * @throws BackupRefused {@code backup.no-home}
   */
  public static Made write(Home home, Path blobs, Path copy, OutputStream out, InstantSource clock)
      throws IOException, BackupRefused {
    if (!Files.exists(home.database())) {
      throw new BackupRefused("backup.no-home", home.folder());
    }
    return new Backup(home, blobs, clock).write(copy, out);
  }

  /**
   * The database comes first. A blob is whole in its place before any row speaks of it, and a leaf
   * is in the log before the row that waited for it goes; so what is read later holds everything
   * that the copied rows speak of.
   */
  private Made write(Path copy, OutputStream out) throws IOException {
    Files.deleteIfExists(copy);
    try {
      Files.createFile(copy);
      Home.ownerOnly(copy);
      new SqliteFile(home.database()).copyTo(copy);
      var closing = new ClosingDigest(out);
      var zip = new ZipOutputStream(closing, UTF_8);
      zip.setLevel(Deflater.NO_COMPRESSION);
      zip.setComment(Shape.COMMENT + "0".repeat(ClosingDigest.LENGTH));
      add(zip, Shape.FIRST, text(Shape.VERSION + "\n" + today() + "\n"));
      add(zip, Shape.DATABASE, copy);
      folder(zip, "keys/", home.keys());
      for (var file : new LogFolder(home).files().entrySet()) {
        add(zip, "log/" + file.getKey(), new ByteArrayInputStream(file.getValue()));
      }
      var settings = home.folder().resolve(Shape.SETTINGS);
      if (Files.exists(settings)) {
        add(zip, Shape.SETTINGS, settings);
      }
      var number = folder(zip, "blobs/", blobs);
      finish(zip);
      closing.close();
      return new Made(number, bytes);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private int folder(ZipOutputStream zip, String prefix, Path folder) throws IOException {
    var number = 0;
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        var name = prefix + file.getFileName();
        if (Shape.names(name) && added(zip, name, file)) {
          number++;
        }
      }
    }
    return number;
  }

  /** A blob that is erased meanwhile is no longer part of anything. */
  private boolean added(ZipOutputStream zip, String name, Path file) throws IOException {
    try {
      add(zip, name, file);
      return true;
    } catch (NoSuchFileException erased) {
      return false;
    }
  }

  private void add(ZipOutputStream zip, String name, Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      add(zip, name, in);
    }
  }

  private void add(ZipOutputStream zip, String name, InputStream in) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(today().atStartOfDay());
    zip.putNextEntry(entry);
    var counted = new Counted(zip);
    sums.put(name, Hashes.copy(in, counted));
    bytes += counted.count;
    zip.closeEntry();
  }

  private void finish(ZipOutputStream zip) throws IOException {
    var lines = new StringBuilder();
    sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
    zip.putNextEntry(new ZipEntry(Shape.SUMS));
    zip.write(lines.toString().getBytes(UTF_8));
    zip.closeEntry();
    zip.finish();
    zip.flush();
  }

  /** Counts what it passes on. */
  private static final class Counted extends java.io.FilterOutputStream {

    private long count;

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count++;
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
      out.write(some, from, length);
      count += length;
    }
  }

  /** How many bytes a backup of this home will roughly have. */
  public static long estimate(Home home, Path blobs) throws IOException {
    var sum = 2 * Files.size(home.database());
    try (var files = Files.list(blobs)) {
      for (var file : files.toList()) {
        sum += size(file);
      }
    }
    return sum;
  }

  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException gone) {
      return 0;
    }
  }
}
