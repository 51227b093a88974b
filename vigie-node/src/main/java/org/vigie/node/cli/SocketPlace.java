package org.vigie.node.cli;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * Where a node listens that only an onion service or proxy on this machine shall reach: a socket in
 * the file system. Protects against every other account and program of the machine, browsers among
 * them, by the permissions of its folder; does not protect against root.
 */
final class SocketPlace {

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private SocketPlace() {}

  /**
   * Looks whether a node may listen at {@code socket}, and removes what a node that was killed left
   * there.
   *
   * @throws CommandRefused {@code cli.socket.folder} if there is no such folder or everybody may
   *     enter it, {@code cli.socket.taken} if somebody listens there or something else lies there
   */
  static void prepare(Path socket) throws IOException, CommandRefused {
    var folder = socket.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || isOpen(folder)) {
      throw new CommandRefused(
          ExitCode.UNUSABLE_INPUT, "cli.socket.folder", String.valueOf(folder));
    }
    if (Files.exists(socket)) {
      if (isAFile(socket) || answers(socket)) {
        throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.socket.taken", socket);
      }
      Files.delete(socket);
    }
  }

  private static boolean isOpen(Path folder) throws IOException {
    var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    return view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
  }

  private static boolean isAFile(Path socket) {
    return Files.isRegularFile(socket) || Files.isDirectory(socket);
  }

  private static boolean answers(Path socket) {
    try (var line = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return line.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException nobody) {
      return false;
    }
  }
}
