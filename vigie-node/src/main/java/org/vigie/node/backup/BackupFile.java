package org.vigie.node.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A backup that is there to be read. Opening it checks every byte; nothing is written meanwhile.
 */
final class BackupFile implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final int NAME_AT = 30; // APPNOTE.TXT 4.3.7: the name follows 30 bytes
  private static final int LONGEST_SUMS = 64 << 20;

  private final ZipFile zip;
  private final Map<String, String> sums;
  private final String day;

  private BackupFile(ZipFile zip, Map<String, String> sums, String day) {
    this.zip = zip;
    this.sums = sums;
    this.day = day;
  }

  /**
   * Opens a backup after checking that it is as it was written.
   *
   * @throws BackupRefused {@code backup.not-one}, {@code backup.damaged} or {@code backup.newer}
   */
  static BackupFile open(Path file) throws IOException, BackupRefused {
    if (!begins(file)) {
      throw new BackupRefused("backup.not-one", file);
    }
    if (!whole(file)) {
      throw new BackupRefused("backup.damaged", file);
    }
    ZipFile zip = null;
    try {
      zip = new ZipFile(file.toFile(), UTF_8);
      var first = text(zip, Shape.FIRST).lines().toList();
      if (!first.getFirst().equals(Shape.VERSION)) {
        throw new BackupRefused("backup.newer", file);
      }
      var backup = new BackupFile(zip, sums(zip, file), first.get(1));
      zip = null;
      return backup;
    } catch (ZipException malformed) {
      throw new BackupRefused("backup.damaged", file);
    } finally {
      if (zip != null) {
        zip.close();
      }
    }
  }

  private static boolean begins(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var head = in.readNBytes(NAME_AT + Shape.FIRST.length());
      var name = Shape.FIRST.getBytes(US_ASCII);
      return head.length == NAME_AT + name.length
          && head[0] == 'P'
          && head[1] == 'K'
          && MessageDigest.isEqual(name, java.util.Arrays.copyOfRange(head, NAME_AT, head.length));
    }
  }

  /** Whether the last bytes are the digest of all others. */
  private static boolean whole(Path file) throws IOException {
    var digest = Hashes.sha256();
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      var left = in.length() - ClosingDigest.LENGTH;
      var buffer = new byte[BUFFER];
      while (left > 0) {
        var read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
        if (read < 0) {
          return false;
        }
        digest.update(buffer, 0, read);
        left -= read;
      }
      var closing = new byte[ClosingDigest.LENGTH];
      in.readFully(closing);
      var expected = HexFormat.of().formatHex(digest.digest()).getBytes(US_ASCII);
      return MessageDigest.isEqual(expected, closing);
    }
  }

  private static Map<String, String> sums(ZipFile zip, Path file)
      throws IOException, BackupRefused {
    var sums = new LinkedHashMap<String, String>();
    for (var line : text(zip, Shape.SUMS).lines().toList()) {
      var name = line.length() > 66 ? line.substring(66) : "";
      if (!Shape.names(name)
          || !line.substring(64, 66).equals("  ")
          || sums.put(name, line.substring(0, 64)) != null) {
        throw new BackupRefused("backup.damaged", file);
      }
    }
    if (zip.size() != sums.size() + 1 || !sums.containsKey(Shape.DATABASE)) {
      throw new BackupRefused("backup.damaged", file);
    }
    return sums;
  }

  private static String text(ZipFile zip, String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw new ZipException("incomplete");
    }
    try (var in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(LONGEST_SUMS), UTF_8);
    }
  }

  /** The day it was made, as it says. */
  String day() {
    return day;
  }

  /** The files of the home in it, by their paths; the note about the backup itself left out. */
  java.util.List<String> paths() {
    return sums.keySet().stream().filter(path -> !path.equals(Shape.FIRST)).toList();
  }

  /** Length of a file in it. */
  long length(String path) {
    var entry = zip.getEntry(path);
    return entry == null ? 0 : entry.getSize();
  }

  /**
   * Writes a file out of it.
   *
   * @throws BackupRefused {@code backup.damaged} if it is not what the list says
   */
  void copy(String path, OutputStream out) throws IOException, BackupRefused {
    var entry = zip.getEntry(path);
    if (entry == null) {
      throw new BackupRefused("backup.damaged", path);
    }
    try (var in = zip.getInputStream(entry)) {
      if (!Hashes.copy(in, out).equals(sums.get(path))) {
        throw new BackupRefused("backup.damaged", path);
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
