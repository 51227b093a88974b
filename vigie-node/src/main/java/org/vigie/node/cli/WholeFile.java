package org.vigie.node.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that appears whole or not at all: written beside its place, readable by its owner only,
 * moved into place by {@link #keep}, removed otherwise.
 */
final class WholeFile implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final OutputStream stream;

  private WholeFile(Path target, Path part, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.channel = channel;
    this.stream = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
  }

  /**
   * Begins one.
   *
   * @throws CommandRefused {@code cli.place.closed} if no file can be made there
   */
  static WholeFile write(Path target) throws IOException, CommandRefused {
    var part = target.resolveSibling("." + target.getFileName() + ".part");
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try {
      Files.deleteIfExists(part);
      var channel =
          FileChannel.open(
              part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly);
      return new WholeFile(target, part, channel);
    } catch (FileSystemException closed) {
      // Its own name would be that of the unfinished file, which nobody asked for.
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.place.closed", target);
    }
  }

  /** Where to write; closing it flushes and leaves the file undecided. */
  OutputStream stream() {
    return stream;
  }

  /** Everything is written and good: puts the file in its place, durably. */
  void keep() throws IOException {
    if (channel.isOpen()) {
      stream.flush();
      channel.force(true);
      channel.close();
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    forceFolder();
  }

  /**
   * Puts the file in its place and leaves it to the system when to write it to the disk: for copies
   * whose original is still there.
   */
  void show() throws IOException {
    stream.flush();
    channel.close();
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The new name, too, has to survive a power cut. */
  private void forceFolder() throws IOException {
    try (var folder = FileChannel.open(target.resolveSibling(""), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
  }
}
