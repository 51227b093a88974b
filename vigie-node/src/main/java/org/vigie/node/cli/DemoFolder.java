package org.vigie.node.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder of one demonstration. It is held by a lock that the system lets go of when the process
 * ends, in whatever way; so the next demonstration knows the folders of those that were killed and
 * removes them. Touches only folders of this kind that belong to the same account and that nobody
 * holds.
 */
final class DemoFolder implements AutoCloseable {

  static final String PREFIX = "vigie-demo-";
  static final String HELD = "held";

  /** A second channel to a lock of this process would end it when it closes (fcntl). */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final TemporaryHome home;
  private final FileChannel held;

  private DemoFolder(TemporaryHome home, FileChannel held) {
    this.home = home;
    this.held = held;
  }

  /** Makes one in the system's temporary folder, and removes what others left there. */
  static DemoFolder make() throws IOException {
    var home = TemporaryHome.make("demo");
    var folder = home.folder();
    OURS.add(folder);
    // Locked before it has its name: whoever sees it must not find it free.
    var unnamed = folder.resolve(HELD + ".part");
    var channel =
        FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.lock();
    Files.move(unnamed, folder.resolve(HELD), StandardCopyOption.ATOMIC_MOVE);
    removeLeft(folder);
    return new DemoFolder(home, channel);
  }

  private static void removeLeft(Path own) throws IOException {
    var owner = Files.getOwner(own, LinkOption.NOFOLLOW_LINKS);
    try (var folders = Files.newDirectoryStream(own.resolveSibling(""), PREFIX + "*")) {
      for (var found : folders) {
        var folder = own.resolveSibling(found.getFileName());
        if (!OURS.contains(folder)
            && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
            && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner)
            && Files.isRegularFile(folder.resolve(HELD), LinkOption.NOFOLLOW_LINKS)) {
          removeUnlessHeld(folder);
        }
      }
    } catch (NoSuchFileException gone) {
      // Another demonstration was faster.
    }
  }

  private static void removeUnlessHeld(Path folder) {
    try (var channel =
        FileChannel.open(
            folder.resolve(HELD), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      if (channel.tryLock() != null) {
        wipe(folder);
      }
    } catch (IOException inUse) {
      // It is not ours to remove, or somebody does; the demonstration begins all the same.
    }
  }

  /** What marks the folder goes last, so that a kill in the middle leaves it to the next. */
  private static void wipe(Path folder) throws IOException {
    try (var inside = Files.newDirectoryStream(folder)) {
      for (var file : inside) {
        if (!file.getFileName().toString().equals(HELD)) {
          new TemporaryHome(file).close();
        }
      }
    }
    new TemporaryHome(folder).close();
  }

  Path folder() {
    return home.folder();
  }

  @Override
  public void close() throws IOException {
    wipe(home.folder());
    held.close();
    OURS.remove(home.folder());
  }
}
