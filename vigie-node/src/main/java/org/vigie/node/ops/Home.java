package org.vigie.node.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder of a node: {@code vigie.db}, {@code blobs/}, {@code keys/}, {@code log/}, {@code
 * witness/}, {@code share/}, {@code vigie.properties}. Folders are 0700 and files 0600, so other
 * accounts of the machine see nothing.
 *
 * @param folder its path
 */
public record Home(Path folder) {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");

  /**
   * Makes what is missing and closes what others could enter.
   *
   * @throws IOException if the folder cannot be made or belongs to somebody else
   */
  public static Home prepare(Path folder) throws IOException {
    var home = new Home(folder);
    own(folder);
    own(home.blobs());
    own(home.keys());
    own(home.log());
    own(home.witness());
    own(home.share());
    return home;
  }

  /** The embedded database. */
  public Path database() {
    return folder.resolve("vigie.db");
  }

  /** Sealed bytes. */
  public Path blobs() {
    return folder.resolve("blobs");
  }

  /** Keys of the node itself, never of a person. */
  public Path keys() {
    return folder.resolve("keys");
  }

  /** The custody log. */
  public Path log() {
    return folder.resolve("log");
  }

  /** What this node remembers as a witness of others' logs, and its key for that: in no backup. */
  public Path witness() {
    return folder.resolve("witness");
  }

  /** What the share host keeps; the node itself reads nothing there, and it is in no backup. */
  public Path share() {
    return folder.resolve("share");
  }

  /** Lies in a home that came out of a backup, until a keeper lets it ask its witnesses again. */
  public Path restored() {
    return witness().resolve("restored");
  }

  /**
   * Certificates of the time-stamping authority, its root among them, as it publishes them: put
   * there by whoever runs the node, and handed out with packages.
   */
  public Path timeStampRoots() {
    return folder.resolve("tsa-chain.pem");
  }

  /** Makes {@code file} readable for the owner only, if the file system knows owners. */
  public static void ownerOnly(Path file) throws IOException {
    if (posix(file)) {
      Files.setPosixFilePermissions(file, OWNER_FILE);
    }
  }

  private static void own(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (posix(folder)) {
      Files.setPosixFilePermissions(folder, OWNER_ONLY);
    }
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
