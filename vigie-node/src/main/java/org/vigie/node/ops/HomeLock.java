package org.vigie.node.ops;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a home for one node. Two at once would each go on with a custody log of their own, and
 * somebody's receipt would agree with neither. The system lets go of it when the process ends, in
 * whatever way.
 */
public final class HomeLock implements Closeable {

  /** Another node has this home. */
  public static final class Taken extends FileSystemException {

    private static final long serialVersionUID = 1L;

    private Taken(Home home) {
      super(home.folder().toString(), null, "a node is running on it");
    }
  }

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes {@code home}.
   *
   * @throws Taken if another node has it
   */
  public static HomeLock take(Home home) throws IOException {
    // A file of its own: closing one of the database's would end the database's locks (fcntl).
    var file = home.folder().resolve("lock");
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var taken = false;
    try {
      Home.ownerOnly(file);
      taken = channel.tryLock() != null;
    } catch (OverlappingFileLockException thisProcess) {
      throw new Taken(home);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    if (!taken) {
      throw new Taken(home);
    }
    return new HomeLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
